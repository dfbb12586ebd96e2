import { builtInFields } from "./field.ts";
import { joinWords } from "./join-words.ts";
import type { SegmentCondition, SegmentRule } from "./segment.ts";

/** What the ids in a rule are called, by id (fields by key). */
export interface RuleNames {
  readonly stages: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
  readonly segments: ReadonlyMap<string, string>;
  readonly campaigns: ReadonlyMap<string, string>;
}

const statusWords = {
  subscribed: "subscribed",
  unsubscribed: "unsubscribed",
  bounced: "bounced",
  complained: "marked as having complained",
  unconfirmed: "unconfirmed",
  archived: "archived",
} as const;

const fieldWords = {
  is: "is",
  "is-not": "is not",
  contains: "contains",
  "starts-with": "starts with",
  "ends-with": "ends with",
  "less-than": "is less than",
  "at-most": "is at most",
  "at-least": "is at least",
  "more-than": "is more than",
  "is-blank": "is blank",
  "is-not-blank": "is not blank",
  before: "is before",
  after: "is after",
  "within-last-days": "is within the last",
  "within-next-days": "is within the next",
} as const;

const didWords = {
  sent: ["was sent an email", "was not sent any email"],
  opened: ["opened an email", "did not open any email"],
  clicked: ["clicked in an email", "did not click in any email"],
  replied: ["replied to an email", "did not reply to any email"],
} as const;

/**
 * A rule read back in plain words that follow "a contact that": "stage is Lead and has the tag “hot”".
 * Blanks of an unfinished rule read "…", ids that are gone say so.
 */
export function segmentSentence(rule: SegmentRule, names: RuleNames): string {
  switch (rule.kind) {
    case "all":
      return rule.rules.length === 0 ? "everyone" : groupSentence(rule.rules, "and", names);
    case "any":
      return rule.rules.length === 0 ? "nobody" : groupSentence(rule.rules, "or", names);
    case "none":
      if (rule.rules.length === 0) return "everyone";
      return `not (${groupSentence(rule.rules, "or", names)})`;
    default:
      return conditionSentence(rule, names);
  }
}

function groupSentence(
  rules: readonly SegmentRule[],
  between: "and" | "or",
  names: RuleNames,
): string {
  return rules
    .map((rule) => {
      const sentence = segmentSentence(rule, names);
      // Only where the reader could not tell which words belong together.
      const isMixed = rule.kind === (between === "and" ? "any" : "all") && rule.rules.length > 1;
      return isMixed && rules.length > 1 ? `(${sentence})` : sentence;
    })
    .join(` ${between} `);
}

function conditionSentence(condition: SegmentCondition, names: RuleNames): string {
  switch (condition.kind) {
    case "stage": {
      const { stageIds, test } = condition;
      const stages = stageIds.map((id) => names.stages.get(id) ?? "a stage that is gone");
      return `stage is ${test === "is" ? "" : "not "}${joinWords(stages, "or") || "…"}`;
    }
    case "tag":
      return `${condition.test === "has" ? "has" : "does not have"} the tag ${quote(condition.tag)}`;
    case "status":
      return `is ${condition.test === "is" ? "" : "not "}${statusWords[condition.status]}`;
    case "field":
      return fieldSentence(condition, names);
    case "in-segment": {
      const name = names.segments.get(condition.segmentId);
      const segment = name === undefined ? "a segment that is gone" : `segment ${quote(name)}`;
      return `is ${condition.test === "is" ? "" : "not "}in ${condition.segmentId === "" ? "segment …" : segment}`;
    }
    case "activity":
      return activitySentence(condition, names);
  }
}

function fieldSentence(
  { field, test, value }: Extract<SegmentCondition, { kind: "field" }>,
  names: RuleNames,
): string {
  const label =
    builtInFields.get(field) ??
    names.fields.get(field) ??
    (field === "" ? "…" : `a field that is gone (${field})`);
  const words = `${label} ${fieldWords[test]}`;
  switch (test) {
    case "is-blank":
    case "is-not-blank":
      return words;
    case "within-last-days":
    case "within-next-days":
      return `${words} ${value.trim() === "1" ? "day" : `${value.trim() || "…"} days`}`;
    case "less-than":
    case "at-most":
    case "at-least":
    case "more-than":
    case "before":
    case "after":
      return `${words} ${value.trim() || "…"}`;
    default:
      return `${words} ${quote(value)}`;
  }
}

function activitySentence(
  { did, test, lastDays, campaignId }: Extract<SegmentCondition, { kind: "activity" }>,
  names: RuleNames,
): string {
  const [positive, negative] = didWords[did];
  const name = campaignId === null ? undefined : names.campaigns.get(campaignId);
  const campaign =
    campaignId === null
      ? ""
      : ` of ${name === undefined ? "a campaign that is gone" : quote(name)}`;
  const when =
    lastDays === null ? "" : ` in the last ${lastDays === 1 ? "day" : `${lastDays} days`}`;
  const ever = lastDays === null && test === "did-not" ? " so far" : "";
  return `${test === "did" ? positive : negative}${campaign}${when}${ever}`;
}

function quote(text: string): string {
  return text === "" ? "…" : `“${text}”`;
}
