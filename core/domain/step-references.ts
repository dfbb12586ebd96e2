import { emailsBefore, findStep, stepsInReach, walkSteps } from "./campaign.ts";
import type { CampaignPlan, LaneCondition, Step, StepId } from "./campaign.ts";
import { mapLanes } from "./map-steps.ts";
import { stepLabel } from "./step-label.ts";
import type { Interaction } from "./trigger.ts";

/** Emails a step itself stands on, by id; "last" for whichever was sent last. */
function referencesOf(step: Step): (StepId | "last")[] {
  const interactions: Interaction[] = [];
  const references: (StepId | "last")[] = [];
  if (step.kind === "email") {
    if (step.trigger.kind === "interaction") interactions.push(step.trigger.interaction);
    if (step.resendOf !== null) references.push(step.resendOf);
  }
  if (step.kind === "split")
    for (const { condition } of step.lanes)
      if (condition?.kind === "interaction") interactions.push(condition.interaction);
  for (const { target } of interactions)
    if (target.kind === "step") references.push(target.stepId);
    else if (target.kind === "last" || target.stepIds === null) references.push("last");
    else references.push(...target.stepIds);
  return references;
}

/**
 * Why a changed order of steps may not be: the first step that had its email above it in `before` and
 * no longer has in `after`. What was broken before may stay broken.
 */
export function brokenReference(before: CampaignPlan, after: CampaignPlan): string | undefined {
  for (const step of walkSteps(after.steps)) {
    if (!findStep(before.steps, step.id)) continue;
    const target = step.kind === "go-to" ? findStep(after.steps, step.to) : undefined;
    if (target && isInReach(before, step.id, target.id) && !isInReach(after, step.id, target.id))
      return `A go-to step leads to ${stepLabel(target)}, so neither can be moved into a lane without the other.`;
    for (const reference of referencesOf(step)) {
      if (!isMet(before, step.id, reference) || isMet(after, step.id, reference)) continue;
      const label = stepLabel(step);
      const email = reference === "last" ? undefined : findStep(after.steps, reference);
      return email
        ? `${label} depends on ${stepLabel(email)}, so it must stay below it and within its reach.`
        : `${label} depends on an email before it, so it cannot come first.`;
    }
  }
  return undefined;
}

function isInReach(plan: CampaignPlan, stepId: StepId, target: StepId): boolean {
  return stepsInReach(plan.steps, stepId).some(({ id }) => id === target);
}

function isMet(plan: CampaignPlan, stepId: StepId, reference: StepId | "last"): boolean {
  const emails = emailsBefore(plan.steps, stepId);
  return reference === "last" ? emails.length > 0 : emails.some(({ id }) => id === reference);
}

/** The step with its references changed by `ids`; those not in it stay. Lanes' steps are not visited. */
export function renameReferences(step: Step, ids: ReadonlyMap<StepId, StepId>): Step {
  if (step.kind === "split")
    return mapLanes(step, (lane) => ({
      ...lane,
      condition: lane.condition && renameCondition(lane.condition, ids),
    }));
  if (step.kind === "go-to") return { ...step, to: ids.get(step.to) ?? step.to };
  if (step.kind !== "email") return step;
  const { trigger, resendOf } = step;
  return {
    ...step,
    trigger:
      trigger.kind === "interaction"
        ? { ...trigger, interaction: renameTarget(trigger.interaction, ids) }
        : trigger,
    resendOf: resendOf === null ? null : (ids.get(resendOf) ?? resendOf),
  };
}

function renameCondition(
  condition: LaneCondition,
  ids: ReadonlyMap<StepId, StepId>,
): LaneCondition {
  return condition.kind === "interaction"
    ? { ...condition, interaction: renameTarget(condition.interaction, ids) }
    : condition;
}

function renameTarget(interaction: Interaction, ids: ReadonlyMap<StepId, StepId>): Interaction {
  const { target } = interaction;
  const renamed = (id: StepId): StepId => ids.get(id) ?? id;
  switch (target.kind) {
    case "last":
      return interaction;
    case "step":
      return { ...interaction, target: { ...target, stepId: renamed(target.stepId) } };
    case "several":
      return {
        ...interaction,
        target: { ...target, stepIds: target.stepIds?.map(renamed) ?? null },
      };
  }
}
