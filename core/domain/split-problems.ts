import { sharesOf, type CampaignPlan, type Lane, type SplitStep } from "./campaign.ts";
import { problemAt } from "./campaign-facts.ts";
import type { CampaignFacts, CampaignProblem } from "./campaign-facts.ts";
import { interactionProblems, withinProblem } from "./interaction-problems.ts";
import { ruleProblems } from "./segment-problems.ts";
import { stepLabel } from "./step-label.ts";
import { sayWinnerProblems } from "./winner-problems.ts";
import type { Interaction } from "./trigger.ts";

/** Everything wrong with a split itself; the steps in its lanes are checked as steps. */
export function splitProblems(
  split: SplitStep,
  plan: CampaignPlan,
  facts: CampaignFacts,
): CampaignProblem[] {
  const label = stepLabel(split);
  const problems: CampaignProblem[] = [];
  const say = (severity: CampaignProblem["severity"], text: string): void => {
    problems.push(problemAt(split.id, severity, `${label} ${text}`));
  };
  if (split.lanes.at(-1)?.condition !== null)
    say("error", "has no last lane for everyone else: add one.");
  if (split.lanes.length < 2)
    say("error", "has only the lane for everyone else: add a lane, or remove the split.");
  else if (split.lanes.every((lane) => lane.steps.length === 0))
    say("note", "does nothing, because all its lanes are empty.");

  const conditions = split.lanes.flatMap((lane) => lane.condition ?? []);
  const hasInteraction = conditions.some(({ kind }) => kind === "interaction");
  if (!hasInteraction && split.within !== null && split.within.amount > 0 && conditions.length > 0)
    say("note", "waits although its lanes only look at data; it could decide at once.");

  const shared = sharesOf(split);
  if (shared > 100)
    say("error", `draws lots for ${shared} % of people: let its lanes add up to 100 % at most.`);

  sayWinnerProblems(split, plan, facts, say);

  for (const [index, lane] of split.lanes.entries()) {
    const { condition } = lane;
    const laneLabel = labelOf(lane, index);
    if (condition === null) {
      if (index < split.lanes.length - 1)
        say("error", `has ${laneLabel} without a condition: give it one.`);
      continue;
    }
    if (condition.kind === "rule") {
      for (const text of ruleProblems(condition.rule, facts))
        say("error", `in ${laneLabel}: ${text}`);
    } else if (condition.kind === "interaction") {
      const { interaction } = condition;
      const without = withinProblem(split.within, interaction);
      if (without !== undefined) say("error", `in ${laneLabel} ${without}`);
      for (const text of interactionProblems(interaction, split.id, plan, facts))
        say("error", `in ${laneLabel} ${text}`);
    }
    const above = split.lanes
      .slice(0, index)
      .findIndex((other) => takesAll(other.condition, condition));
    const taker = split.lanes[above];
    if (taker)
      say(
        "error",
        `has ${laneLabel} below ${labelOf(taker, above)}, which already takes everyone it is for: move it up, or change one of the two.`,
      );
  }
  return problems;
}

function labelOf(lane: Lane, index: number): string {
  return lane.name.trim() === "" ? `lane ${index + 1}` : `the lane “${lane.name.trim()}”`;
}

/** Whether everyone who meets `lower` meets `upper` too, as far as can be told from their words. */
function takesAll(upper: Lane["condition"], lower: Lane["condition"]): boolean {
  if (upper === null || lower === null || upper.kind === "share") return false;
  if (JSON.stringify(upper) === JSON.stringify(lower)) return true;
  if (upper.kind !== "interaction" || lower.kind !== "interaction") return false;
  return isImplied(upper.interaction, lower.interaction);
}

/** A click is an open, a click on some links is a click; and no open means no click. */
function isImplied(upper: Interaction, lower: Interaction): boolean {
  if (JSON.stringify(upper.target) !== JSON.stringify(lower.target)) return false;
  if (upper.negated !== lower.negated) return false;
  const [wider, narrower] = upper.negated ? [lower, upper] : [upper, lower];
  if (narrower.did === "replied" || wider.did === "replied") return wider.did === narrower.did;
  if (wider.did === "opened") return true;
  if (narrower.did !== "clicked") return false;
  if (wider.linkIds === null) return true;
  const { linkIds } = wider;
  return narrower.linkIds !== null && narrower.linkIds.every((id) => linkIds.includes(id));
}
