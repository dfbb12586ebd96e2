import type { SegmentCondition, SegmentRule } from "#core/domain/segment.ts";

export type RuleGroup = Extract<SegmentRule, { rules: readonly SegmentRule[] }>;

export function isGroup(rule: SegmentRule): rule is RuleGroup {
  return "rules" in rule;
}

/** The rule as a group, so that it can be added to. */
export function asGroup(rule: SegmentRule): RuleGroup {
  return isGroup(rule) ? rule : { kind: "all", rules: [rule] };
}

/** As a person begins a condition. */
export const firstCondition: SegmentCondition = { kind: "stage", test: "is", stageIds: [] };

export function addRule(group: RuleGroup, rule: SegmentRule): RuleGroup {
  return { ...group, rules: [...group.rules, rule] };
}

export function replaceRule(group: RuleGroup, index: number, rule: SegmentRule): RuleGroup {
  return { ...group, rules: group.rules.with(index, rule) };
}

export function removeRule(group: RuleGroup, index: number): RuleGroup {
  return { ...group, rules: group.rules.toSpliced(index, 1) };
}
