import { builtInFields } from "./field.ts";
import type { FieldType } from "./field.ts";
import { readFieldTest } from "./field-test.ts";
import type { SegmentCondition, SegmentRule } from "./segment.ts";
import { readTypedNumber } from "./typed-number.ts";

/** What a rule may name. */
export interface RuleWorld {
  readonly stageIds: ReadonlySet<string>;
  readonly fieldTypes: ReadonlyMap<string, FieldType>;
  readonly segmentRules: ReadonlyMap<string, SegmentRule>;
  readonly campaignIds: ReadonlySet<string>;
}

/** So that segments standing on segments cannot grow past what one query can say. */
const MOST_CONDITIONS = 2_000;
/** Only used to read whether a value makes sense, whatever the day. */
const ANY_DAY = "2000-01-01";

/** Everything unfinished or gone in a rule, as sentences; none when the rule can be used. */
export function ruleProblems(rule: SegmentRule, world: RuleWorld): string[] {
  const problems = new Set<string>();
  collect(rule, world, problems);
  if (weight(rule, world, []) > MOST_CONDITIONS)
    problems.add(
      `With the segments it stands on, this rule has more than ${MOST_CONDITIONS.toLocaleString("en")} conditions: make it simpler.`,
    );
  return [...problems];
}

function collect(rule: SegmentRule, world: RuleWorld, problems: Set<string>): void {
  if ("rules" in rule) {
    if (rule.kind === "any" && rule.rules.length === 0)
      problems.add(
        "A group of conditions is empty, so nobody can match: add a condition or remove the group.",
      );
    for (const each of rule.rules) collect(each, world, problems);
    return;
  }
  const problem = conditionProblem(rule, world);
  if (problem !== undefined) problems.add(problem);
}

function conditionProblem(condition: SegmentCondition, world: RuleWorld): string | undefined {
  switch (condition.kind) {
    case "stage":
      if (condition.stageIds.length === 0)
        return "A condition on the stage names no stage: choose at least one.";
      return condition.stageIds.every((id) => world.stageIds.has(id))
        ? undefined
        : "A condition names a stage that is gone: choose another.";
    case "tag":
      return condition.tag === "" ? "A condition on a tag names no tag: type one." : undefined;
    case "status":
      return undefined;
    case "field":
      return fieldProblem(condition, world);
    case "in-segment":
      if (condition.segmentId === "") return "A condition names no segment: choose one.";
      return world.segmentRules.has(condition.segmentId)
        ? undefined
        : "A condition names a segment that is gone: choose another.";
    case "activity":
      return condition.campaignId === null || world.campaignIds.has(condition.campaignId)
        ? undefined
        : "A condition names a campaign that is gone: choose another.";
  }
}

function fieldProblem(
  condition: Extract<SegmentCondition, { kind: "field" }>,
  { fieldTypes }: RuleWorld,
): string | undefined {
  const { field, test, value } = condition;
  if (field === "") return "A condition names no field: choose one.";
  if (!builtInFields.has(field) && !fieldTypes.has(field))
    return `A condition names the field “${field}”, which is gone: choose another.`;
  if (readFieldTest(condition, fieldTypes, ANY_DAY).kind !== "unfinished") return undefined;
  const label = builtInFields.get(field) ?? field;
  if (value.trim() === "") return `A condition on “${label}” has no value: give one.`;
  const wanted = wantedValue(test, fieldTypes.get(field));
  if (wanted !== undefined)
    return `A condition on “${label}” cannot use “${value}”: give ${wanted}.`;
  const read = readTypedNumber(value);
  return "problem" in read ? `A condition on “${label}”: ${read.problem}` : undefined;
}

/** Undefined for a number, whose reader says it by itself. */
function wantedValue(
  test: Extract<SegmentCondition, { kind: "field" }>["test"],
  type: FieldType | undefined,
): string | undefined {
  if (test === "within-last-days" || test === "within-next-days")
    return "a whole number of days, such as 7";
  if (test === "before" || test === "after") return "a day, such as 2026-05-31";
  if (test === "is" || test === "is-not") {
    if (type === "date") return "a day, such as 2026-05-31";
    if (type === "boolean") return "true or false";
  }
  return undefined;
}

/** Conditions a rule comes to, segments it stands on included; circles end where they close. */
function weight(rule: SegmentRule, world: RuleWorld, above: readonly string[]): number {
  if ("rules" in rule) {
    let sum = 0;
    for (const each of rule.rules) {
      sum += weight(each, world, above);
      if (sum > MOST_CONDITIONS) return sum;
    }
    return sum;
  }
  if (rule.kind !== "in-segment" || above.includes(rule.segmentId)) return 1;
  const inner = world.segmentRules.get(rule.segmentId);
  return inner ? Math.max(1, weight(inner, world, [...above, rule.segmentId])) : 1;
}
