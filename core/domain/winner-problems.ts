import { walkSteps, type CampaignPlan, type SplitStep } from "./campaign.ts";
import type { CampaignFacts, CampaignProblem } from "./campaign-facts.ts";

type Say = (severity: CampaignProblem["severity"], text: string) => void;

/** What is wrong with how a split looks for its best lane; each text follows the split's label. */
export function sayWinnerProblems(
  split: SplitStep,
  plan: CampaignPlan,
  facts: CampaignFacts,
  say: Say,
): void {
  const { winner, lanes } = split;
  if (!winner) return;
  const byLot = lanes.filter(({ condition }) => condition?.kind === "share");
  if (byLot.length < lanes.length - 1)
    say("error", "looks for its best lane, so all lanes but the last must be drawn by lot.");
  if (byLot.length < 2)
    say("error", "looks for its best lane, so at least two lanes must be drawn by lot.");
  if (winner.holdFor.amount === 0)
    say("error", "looks for its best lane, but nobody waits for it: say how long at most.");
  if (winner.by === "goal") {
    if (!facts.hasGoal)
      say("error", "looks for the lane that reaches the goal best, but this campaign has no goal.");
    return;
  }
  const did = winner.by === "opened" ? "opens" : "clicks";
  if (plan.tracking === "off")
    say("error", `goes by ${did}, but this campaign does not track them: turn tracking on.`);
  else if (!facts.hasRelay)
    say("error", `goes by ${did}, but without a relay none is ever heard: set one up in Settings.`);
  for (const lane of byLot)
    if (![...walkSteps(lane.steps)].some(({ kind }) => kind === "email"))
      say("error", `goes by ${did}, but the lane “${lane.name}” has no email: add one.`);
}
