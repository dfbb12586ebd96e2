import { Temporal } from "temporal-polyfill";
import { assert } from "../shared/assert.ts";
import { DAY } from "../shared/clock.ts";
import type { Instant } from "../shared/clock.ts";
import type { FieldType } from "./field.ts";
import { foldCase, readFieldTest } from "./field-test.ts";
import type { FieldCondition, FieldTest } from "./field-test.ts";
import type { ContactStatus, SegmentCondition, SegmentRule } from "./segment.ts";

/** What a rule is read against, beside the contact. */
export interface RuleContext {
  readonly now: Instant;
  /** The business's zone: it says which day today is. */
  readonly zone: string;
  readonly fieldTypes: ReadonlyMap<string, FieldType>;
  /** Rules by segment id, for rules that stand on other segments. Must be free of circles. */
  readonly segmentRules: ReadonlyMap<string, SegmentRule>;
}

export type ActivityKind = "sent" | "opened" | "clicked" | "replied";

/** A mail that was sent (or taken as sent), or a human's answer to it. */
export interface Activity {
  readonly did: ActivityKind;
  readonly at: Instant;
  readonly campaignId: string | null;
}

/** Everything about a contact that a rule can ask. */
export interface ContactFacts {
  readonly address: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly zone: string | null;
  readonly stageId: string | null;
  readonly status: ContactStatus;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly activity: readonly Activity[];
}

/**
 * Whether a contact matches a rule. Every condition is yes or no, never unknown: "is not" is met by a
 * blank. A condition that is not finished, or names a segment that is gone, is met by nobody.
 */
export function matches(rule: SegmentRule, facts: ContactFacts, context: RuleContext): boolean {
  switch (rule.kind) {
    case "all":
      return rule.rules.every((each) => matches(each, facts, context));
    case "any":
      return rule.rules.some((each) => matches(each, facts, context));
    case "none":
      return !rule.rules.some((each) => matches(each, facts, context));
    case "in-segment": {
      const inner = context.segmentRules.get(rule.segmentId);
      if (!inner) return false;
      return matches(inner, facts, without(context, rule.segmentId)) === (rule.test === "is");
    }
    default:
      return meets(rule, facts, context);
  }
}

function meets(
  condition: Exclude<SegmentCondition, { kind: "in-segment" }>,
  facts: ContactFacts,
  context: RuleContext,
): boolean {
  switch (condition.kind) {
    case "stage": {
      if (condition.stageIds.length === 0) return false;
      const isAmong = facts.stageId !== null && condition.stageIds.includes(facts.stageId);
      return isAmong === (condition.test === "is");
    }
    case "tag":
      if (condition.tag === "") return false;
      return facts.tags.includes(condition.tag) === (condition.test === "has");
    case "status":
      return (facts.status === condition.status) === (condition.test === "is");
    case "field": {
      const test = readFieldTest(condition, context.fieldTypes, dayOf(context));
      return passes(test, fieldValue(condition, facts));
    }
    case "activity": {
      const since =
        condition.lastDays === null ? -Infinity : context.now - condition.lastDays * DAY;
      const did = facts.activity.some((each) => counts(condition, each) && each.at >= since);
      return did === (condition.test === "did");
    }
  }
}

/** Whether a deed is of the kind and campaign a condition asks for. A click is an open too. */
export function counts(
  condition: Extract<SegmentCondition, { kind: "activity" }>,
  activity: Activity,
): boolean {
  if (condition.campaignId !== null && condition.campaignId !== activity.campaignId) return false;
  if (condition.did === "opened") return activity.did === "opened" || activity.did === "clicked";
  return condition.did === activity.did;
}

/** "yyyy-mm-dd" of now in the business's zone. */
export function dayOf({ now, zone }: Pick<RuleContext, "now" | "zone">): string {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

export function fieldValue({ field }: FieldCondition, facts: ContactFacts): unknown {
  switch (field) {
    case "address":
      return facts.address;
    case "first_name":
      return facts.firstName;
    case "last_name":
      return facts.lastName;
    case "time_zone":
      return facts.zone;
    default:
      return Object.hasOwn(facts.fields, field) ? facts.fields[field] : null;
  }
}

function passes(test: FieldTest, value: unknown): boolean {
  switch (test.kind) {
    case "unfinished":
      return false;
    case "blank":
      return (value === null || value === undefined || value === "") !== test.isNegated;
    case "text":
      return isText(test, typeof value === "string" ? foldCase(value) : "") !== test.isNegated;
    case "number":
      return (typeof value === "number" && isNumber(test, value)) !== test.isNegated;
    case "boolean":
      return (value === test.value) !== test.isNegated;
    case "dates":
      return isWithin(test, value) !== test.isNegated;
  }
}

function isText({ how, text }: Extract<FieldTest, { kind: "text" }>, value: string): boolean {
  if (how === "is") return value === text;
  if (how === "contains") return value.includes(text);
  return how === "starts-with" ? value.startsWith(text) : value.endsWith(text);
}

function isNumber({ how, number }: Extract<FieldTest, { kind: "number" }>, value: number): boolean {
  switch (how) {
    case "is":
      return value === number;
    case "less-than":
      return value < number;
    case "at-most":
      return value <= number;
    case "at-least":
      return value >= number;
    case "more-than":
      return value > number;
  }
}

function isWithin({ from, to }: Extract<FieldTest, { kind: "dates" }>, value: unknown): boolean {
  const day = dayIn(value);
  return day !== undefined && (from === null || day >= from) && (to === null || day <= to);
}

/** The day a stored value begins with; undefined when it does not. */
export function dayIn(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value)
    ? value.slice(0, 10)
    : undefined;
}

/** Guards against circles: below its own rule a segment is not to be found again. */
function without(context: RuleContext, segmentId: string): RuleContext {
  const segmentRules = new Map(context.segmentRules);
  assert(segmentRules.delete(segmentId), "expected a segment");
  return { ...context, segmentRules };
}
