import { builtInFields } from "#core/domain/field.ts";
import type { FieldType } from "#core/domain/field.ts";
import type { SegmentCondition } from "#core/domain/segment.ts";
import type { Option } from "../../ui/option.ts";
import type { RuleChoices } from "./rule-choices.ts";

export type FieldCondition = Extract<SegmentCondition, { kind: "field" }>;

/** What a condition can be about: "stage", "tag", …, or "field:" and a field's key. */
export function subjectOptions(choices: RuleChoices): readonly Option[] {
  return [
    { value: "stage", label: "Stage" },
    { value: "tag", label: "Tag" },
    { value: "activity", label: "What they did" },
    { value: "in-segment", label: "Segment" },
    { value: "status", label: "Status" },
    ...[...builtInFields].map(([key, label]) => ({ value: `field:${key}`, label })),
    ...choices.fields.map(({ key, label }) => ({ value: `field:${key}`, label })),
  ];
}

export function subjectOf(condition: SegmentCondition): string {
  return condition.kind === "field" ? `field:${condition.field}` : condition.kind;
}

/** An empty condition about a subject. */
export function conditionAbout(subject: string): SegmentCondition {
  switch (subject) {
    case "stage":
      return { kind: "stage", test: "is", stageIds: [] };
    case "tag":
      return { kind: "tag", test: "has", tag: "" };
    case "status":
      return { kind: "status", test: "is", status: "subscribed" };
    case "in-segment":
      return { kind: "in-segment", test: "is", segmentId: "" };
    case "activity":
      return { kind: "activity", did: "clicked", test: "did", lastDays: 30, campaignId: null };
    default:
      return { kind: "field", field: subject.replace(/^field:/u, ""), test: "is", value: "" };
  }
}

export function fieldTypeOf(field: string, choices: RuleChoices): FieldType {
  return choices.fields.find(({ key }) => key === field)?.type ?? "text";
}

type Test = FieldCondition["test"];

const words: Record<Test, string> = {
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
  "within-last-days": "in the last … days",
  "within-next-days": "in the next … days",
};

const tests: Record<FieldType, readonly Test[]> = {
  text: ["is", "is-not", "contains", "starts-with", "ends-with", "is-blank", "is-not-blank"],
  number: [
    "is",
    "is-not",
    "less-than",
    "at-most",
    "at-least",
    "more-than",
    "is-blank",
    "is-not-blank",
  ],
  date: [
    "is",
    "is-not",
    "before",
    "after",
    "within-last-days",
    "within-next-days",
    "is-blank",
    "is-not-blank",
  ],
  boolean: ["is", "is-blank", "is-not-blank"],
};

export function testOptions(type: FieldType, current: Test): readonly Option<Test>[] {
  const fitting = tests[type].includes(current) ? tests[type] : [...tests[type], current];
  return fitting.map((value) => ({ value, label: words[value] }));
}
