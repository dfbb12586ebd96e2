import type { Instant } from "../shared/clock.ts";
import { idAfter, type CampaignPlan, type Lane, type SplitStep } from "./campaign.ts";
import type { Move } from "./move.ts";

/** Down a lane to its first step, or past the split where it has none. */
export function takeLane(
  plan: CampaignPlan,
  split: SplitStep,
  lane: Lane,
  taken: { readonly sinceAt: Instant; readonly reason: string },
): Extract<Move, { kind: "go" }> {
  const first = lane.steps[0];
  return {
    kind: "go",
    how: "lane",
    to: first ? first.id : idAfter(plan, split.id),
    laneId: lane.id,
    ...taken,
  };
}
