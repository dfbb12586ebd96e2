import { findStep } from "#core/domain/campaign.ts";
import type { CampaignPlan, Step, StepId } from "#core/domain/campaign.ts";
import { isRefused, moveStep, removeStep, type StepPlace } from "#core/domain/edit-steps.ts";
import { findLane, findPlace } from "#core/domain/map-steps.ts";
import { lowerFirst } from "#core/domain/lower-first.ts";
import { stepLabel } from "#core/domain/step-label.ts";

/** Every place a step can stand at, in the order they are drawn. */
export function listPlaces(steps: readonly Step[], laneId: string | null = null): StepPlace[] {
  const places: StepPlace[] = [{ laneId, index: 0 }];
  for (const [index, step] of steps.entries()) {
    if (step.kind === "split")
      for (const lane of step.lanes) places.push(...listPlaces(lane.steps, lane.id));
    places.push({ laneId, index: index + 1 });
  }
  return places;
}

/** A place as the id of its drop target. Lane ids hold no colon. */
export function placeKey({ laneId, index }: StepPlace): string {
  return `${laneId ?? ""}:${index}`;
}

export function readPlaceKey(key: string): StepPlace {
  const [laneId = "", index = "0"] = key.split(":");
  return { laneId: laneId === "" ? null : laneId, index: Number(index) };
}

/**
 * The place as `moveStep` counts it: targets are drawn with the moved step still standing in its list,
 * so those below it in the same list count one too many.
 */
export function placeWithout(plan: CampaignPlan, stepId: StepId, place: StepPlace): StepPlace {
  const from = findPlace(plan.steps, stepId);
  return from && from.laneId === place.laneId && from.index < place.index
    ? { ...place, index: place.index - 1 }
    : place;
}

/** The place one up or down of where the step stands, into and out of lanes; undefined at the ends. */
export function neighbourPlace(
  plan: CampaignPlan,
  stepId: StepId,
  direction: -1 | 1,
): StepPlace | undefined {
  const from = findPlace(plan.steps, stepId);
  if (!from) return undefined;
  const places = listPlaces(removeStep(plan, stepId).steps);
  const at = places.findIndex((each) => placeKey(each) === placeKey(from));
  return places[at + direction];
}

/** Why a step cannot be dropped there; undefined when it can. */
export function dropProblem(
  plan: CampaignPlan,
  stepId: StepId,
  target: StepPlace,
): string | undefined {
  const moved = moveStep(plan, stepId, placeWithout(plan, stepId, target));
  return isRefused(moved) ? moved.refused : undefined;
}

/** Where a place is, for somebody who only hears it: "After “Welcome”, in the lane “Clicked”". */
export function placeWords(plan: CampaignPlan, { laneId, index }: StepPlace): string {
  const lane = laneId === null ? undefined : findLane(plan.steps, laneId);
  const list = lane ? lane.steps : plan.steps;
  const before = list[index - 1];
  const where = lane ? `, in the lane “${lane.name || "without a name"}”` : "";
  return `${before ? `After ${lowerFirst(stepLabel(before))}` : "At the beginning"}${where}`;
}

/** "2", or "2.1" for the first step of a lane of step 2: lanes carry letters, "2a.1". */
export function stepNumber(steps: readonly Step[], stepId: StepId, prefix = ""): string {
  for (const [index, step] of steps.entries()) {
    const number = `${prefix}${index + 1}`;
    if (step.id === stepId) return number;
    if (step.kind !== "split") continue;
    for (const [at, lane] of step.lanes.entries())
      if (findStep(lane.steps, stepId))
        return stepNumber(lane.steps, stepId, `${number}${String.fromCodePoint(97 + at)}.`);
  }
  return "";
}
