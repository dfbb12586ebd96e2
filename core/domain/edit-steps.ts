import { assert, must } from "../shared/assert.ts";
import { findStep, walkSteps } from "./campaign.ts";
import type { CampaignPlan, Step, StepId } from "./campaign.ts";
import { findLane, findPlace, mapLanes, mapLists, mapSteps, splitDepth } from "./map-steps.ts";
import type { MakeId } from "./new-step.ts";
import { stepLabel } from "./step-label.ts";
import { brokenReference, renameReferences } from "./step-references.ts";

/** A position in one list of steps: the campaign's own (`laneId` null) or a lane's. */
export interface StepPlace {
  readonly laneId: string | null;
  /** From 0 to the list's length; the moved step itself is not counted. */
  readonly index: number;
}

/** Why an edit was not made, as a sentence. */
export interface Refused {
  readonly refused: string;
}

/** Splits in lanes of splits, counted from the outermost. A plan that goes deeper is not read. */
export const DEEPEST_SPLIT = 6;

export function isRefused(result: object): result is Refused {
  return "refused" in result;
}

/** The plan with a new step at a place. Refused where splits would stand too deep in each other. */
export function insertStep(
  plan: CampaignPlan,
  place: StepPlace,
  step: Step,
): CampaignPlan | Refused {
  assert(!findStep(plan.steps, step.id), `step ${step.id} is already in the plan`);
  return settle(plan, withStepAt(plan, place, step));
}

/**
 * The plan with a step, and everything in it, at another place. Refused into its own lane, too deep,
 * and where a step would lose the email it depends on; the plan itself comes back where nothing moves.
 */
export function moveStep(
  plan: CampaignPlan,
  stepId: StepId,
  place: StepPlace,
): CampaignPlan | Refused {
  const step = must(findStep(plan.steps, stepId), `no step ${stepId}`);
  if (place.laneId !== null && findLane([step], place.laneId))
    return { refused: `${stepLabel(step)} cannot be moved into one of its own lanes.` };
  const from = must(findPlace(plan.steps, stepId));
  const moved = withStepAt(removeStep(plan, stepId), place, step);
  const to = must(findPlace(moved.steps, stepId));
  if (from.laneId === to.laneId && from.index === to.index) return plan;
  return settle(plan, moved);
}

/** The plan without a step and everything in it. Steps that depend on it stay, and the checks say so. */
export function removeStep(plan: CampaignPlan, stepId: StepId): CampaignPlan {
  return withSteps(
    plan,
    mapLists(plan.steps, (list) =>
      list.some(({ id }) => id === stepId) ? list.filter(({ id }) => id !== stepId) : list,
    ),
  );
}

/** The plan with one step changed; `change` keeps its id. */
export function updateStep(
  plan: CampaignPlan,
  stepId: StepId,
  change: (step: Step) => Step,
): CampaignPlan {
  return withSteps(
    plan,
    mapSteps(plan.steps, (step) => {
      if (step.id !== stepId) return step;
      const changed = change(step);
      assert(changed.id === stepId, "a change keeps the step's id");
      return changed;
    }),
  );
}

export interface Duplicated {
  readonly plan: CampaignPlan;
  /** New step ids by old, so that the emails' content can be copied too. */
  readonly copies: ReadonlyMap<StepId, StepId>;
}

/**
 * The plan with a copy of a step, and of everything in it, right below it. The copy has new ids, and
 * what stood on a step in it stands on that step's copy.
 */
export function duplicateStep(plan: CampaignPlan, stepId: StepId, makeId: MakeId): Duplicated {
  const step = must(findStep(plan.steps, stepId), `no step ${stepId}`);
  const copies = new Map(
    Array.from(walkSteps([step]), ({ id }): [StepId, StepId] => [id, makeId()]),
  );
  const [copy] = mapSteps([step], (each) => copyOne(each, copies, makeId));
  const { laneId, index } = must(findPlace(plan.steps, stepId));
  return { plan: withStepAt(plan, { laneId, index: index + 1 }, must(copy)), copies };
}

function copyOne(step: Step, copies: ReadonlyMap<StepId, StepId>, makeId: MakeId): Step {
  const copy = { ...markCopy(renameReferences(step, copies)), id: must(copies.get(step.id)) };
  return copy.kind === "split" ? mapLanes(copy, (lane) => ({ ...lane, id: makeId() })) : copy;
}

/** Names are how people tell emails apart, in triggers and reports. */
function markCopy(step: Step): Step {
  return "name" in step && step.name !== "" ? { ...step, name: `${step.name} (copy)` } : step;
}

/** `after`, unless it breaks what held in `before`. */
function settle(before: CampaignPlan, after: CampaignPlan): CampaignPlan | Refused {
  if (splitDepth(after.steps) > Math.max(DEEPEST_SPLIT, splitDepth(before.steps)))
    return { refused: `Splits can stand in lanes at most ${DEEPEST_SPLIT} deep.` };
  const broken = brokenReference(before, after);
  return broken === undefined ? after : { refused: broken };
}

function withStepAt(plan: CampaignPlan, { laneId, index }: StepPlace, step: Step): CampaignPlan {
  assert(laneId === null || findLane(plan.steps, laneId), `no lane ${laneId}`);
  return withSteps(
    plan,
    mapLists(plan.steps, (list, id) => (id === laneId ? list.toSpliced(index, 0, step) : list)),
  );
}

function withSteps(plan: CampaignPlan, steps: readonly Step[]): CampaignPlan {
  return steps === plan.steps ? plan : { ...plan, steps };
}
