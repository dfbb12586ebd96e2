import { walkSteps } from "./campaign.ts";
import type { CampaignPlan } from "./campaign.ts";
import type { CampaignFacts } from "./campaign-facts.ts";
import { lowerFirst } from "./lower-first.ts";
import { segmentsUsed } from "./segment-cycle.ts";
import { ruleProblems } from "./segment-problems.ts";
import type { SegmentRule } from "./segment.ts";

/**
 * What is wrong with the rules a campaign stands on but does not hold itself, as sentences: its goal's, and those of
 * the segments it is for, starts on, or asks about, and of the segments these stand on.
 */
export function borrowedRuleProblems(plan: CampaignPlan, facts: CampaignFacts): string[] {
  const goal = facts.goalRule;
  const problems = goal
    ? ruleProblems(goal.rule, facts).map((text) => sentence(`goal “${goal.name}”`, text))
    : [];
  for (const id of segmentsStoodOn(plan, facts)) {
    const rule = facts.segmentRules.get(id);
    const name = facts.segmentNames.get(id) ?? id;
    if (rule)
      problems.push(
        ...ruleProblems(rule, facts).map((text) => sentence(`segment “${name}”`, text)),
      );
  }
  return problems;
}

function sentence(what: string, problem: string): string {
  return `The ${what} cannot be used as it is: ${lowerFirst(problem)}`;
}

function segmentsStoodOn(plan: CampaignPlan, facts: CampaignFacts): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    const rule = facts.segmentRules.get(id);
    if (rule) for (const used of segmentsUsed(rule)) visit(used);
  };
  if (facts.segmentId !== null) visit(facts.segmentId);
  for (const entry of plan.entries) if ("segmentId" in entry) visit(entry.segmentId);
  for (const rule of [...ownRules(plan), ...(facts.goalRule ? [facts.goalRule.rule] : [])])
    for (const id of segmentsUsed(rule)) visit(id);
  return found;
}

/** The rules the plan itself holds, in its steps. */
function* ownRules(plan: CampaignPlan): Generator<SegmentRule> {
  for (const step of walkSteps(plan.steps)) {
    if (step.kind === "email" && step.onlyTo) yield step.onlyTo.rule;
    if (step.kind === "split")
      for (const { condition } of step.lanes) if (condition?.kind === "rule") yield condition.rule;
  }
}
