import { assert } from "../shared/assert.ts";
import { walkSteps } from "./campaign.ts";
import type { CampaignPlan, Lane, LaneCondition, SplitStep, StepId } from "./campaign.ts";
import { updateStep } from "./edit-steps.ts";
import type { Refused } from "./edit-steps.ts";
import { mapLanes } from "./map-steps.ts";

/** The plan with a lane added to a split, above the one for everyone else. */
export function addLane(plan: CampaignPlan, splitId: StepId, lane: Lane): CampaignPlan {
  assert(lane.condition !== null, "only the last lane has no condition");
  return updateSplit(plan, splitId, (split) => ({
    ...split,
    lanes: split.lanes.toSpliced(-1, 0, lane),
  }));
}

/** The plan without a lane and the steps in it. The lane for everyone else cannot be removed. */
export function removeLane(plan: CampaignPlan, laneId: string): CampaignPlan | Refused {
  const split = splitOfLane(plan, laneId);
  if (!split) return plan;
  if (isLast(split, laneId))
    return {
      refused: "The lane for everyone else cannot be removed. Remove the whole split instead.",
    };
  return updateSplit(plan, split.id, (each) => ({
    ...each,
    lanes: each.lanes.filter(({ id }) => id !== laneId),
  }));
}

/** The plan with a lane tried earlier or later; the one for everyone else stays last. */
export function moveLane(plan: CampaignPlan, laneId: string, toIndex: number): CampaignPlan {
  const split = splitOfLane(plan, laneId);
  if (!split || isLast(split, laneId)) return plan;
  const from = split.lanes.findIndex(({ id }) => id === laneId);
  const to = Math.max(0, Math.min(toIndex, split.lanes.length - 2));
  const lane = split.lanes[from];
  if (!lane || from === to) return plan;
  return updateSplit(plan, split.id, (each) => ({
    ...each,
    lanes: each.lanes.toSpliced(from, 1).toSpliced(to, 0, lane),
  }));
}

export function renameLane(plan: CampaignPlan, laneId: string, name: string): CampaignPlan {
  return updateLane(plan, laneId, (lane) => (lane.name === name ? lane : { ...lane, name }));
}

/** The plan with another condition on a lane; the lane for everyone else keeps having none. */
export function setLaneCondition(
  plan: CampaignPlan,
  laneId: string,
  condition: LaneCondition,
): CampaignPlan {
  return updateLane(plan, laneId, (lane) => {
    assert(lane.condition !== null, "the lane for everyone else takes no condition");
    return { ...lane, condition };
  });
}

function updateLane(
  plan: CampaignPlan,
  laneId: string,
  change: (lane: Lane) => Lane,
): CampaignPlan {
  const split = splitOfLane(plan, laneId);
  if (!split) return plan;
  return updateSplit(plan, split.id, (each) =>
    mapLanes(each, (lane) => (lane.id === laneId ? change(lane) : lane)),
  );
}

function updateSplit(
  plan: CampaignPlan,
  splitId: StepId,
  change: (split: SplitStep) => SplitStep,
): CampaignPlan {
  return updateStep(plan, splitId, (step) => {
    assert(step.kind === "split", `step ${splitId} is no split`);
    return change(step);
  });
}

function splitOfLane(plan: CampaignPlan, laneId: string): SplitStep | undefined {
  for (const step of walkSteps(plan.steps))
    if (step.kind === "split" && step.lanes.some(({ id }) => id === laneId)) return step;
  return undefined;
}

function isLast(split: SplitStep, laneId: string): boolean {
  return split.lanes.at(-1)?.id === laneId;
}
