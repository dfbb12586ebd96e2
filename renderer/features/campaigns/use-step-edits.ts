import { useMemo } from "react";
import { emailsBefore, findStep, walkSteps } from "#core/domain/campaign.ts";
import type { CampaignPlan, EmailStep, Step, StepId } from "#core/domain/campaign.ts";
import {
  duplicateStep,
  insertStep,
  moveStep,
  removeStep,
  updateStep,
  type Refused,
  type StepPlace,
} from "#core/domain/edit-steps.ts";
import { findLane, findPlace } from "#core/domain/map-steps.ts";
import {
  newActionsStep,
  newEmailStep,
  newEndStep,
  newGoToStep,
  newRandomSplitStep,
  newResendStep,
  newSplitStep,
  newWaitStep,
} from "#core/domain/new-step.ts";
import { lowerFirst } from "#core/domain/lower-first.ts";
import { stepLabel } from "#core/domain/step-label.ts";
import { must } from "#core/shared/assert.ts";
import type { Client } from "../../client/client.ts";
import { newId } from "../../client/new-id.ts";
import { showToast } from "../../ui/show-toast.ts";
import { useEditor } from "./editor-context.ts";
import type { EditorStore } from "./editor-store.ts";
import { neighbourPlace, placeWithout } from "./step-places.ts";

export type NewStepKind = Step["kind"] | "resend" | "random-split";

export interface StepEdits {
  readonly add: (kind: NewStepKind, place: StepPlace) => void;
  readonly update: (id: StepId, change: (step: Step) => Step, mergeKey?: string) => void;
  /** One place up or down, into and out of lanes. */
  readonly nudge: (id: StepId, direction: -1 | 1) => void;
  /** To a drop target, as it is drawn. */
  readonly drop: (id: StepId, target: StepPlace) => void;
  readonly remove: (id: StepId) => void;
  readonly duplicate: (id: StepId) => void;
  /** Any other change; a refusal is shown. */
  readonly change: (
    change: (plan: CampaignPlan) => CampaignPlan | Refused,
    mergeKey?: string,
  ) => boolean;
}

/** What a person does to steps. Refusals become toasts, and the step that was touched has the focus. */
export function useStepEdits(): StepEdits {
  const { store, campaign, api } = useEditor();
  return useMemo(() => makeStepEdits(store, api, campaign.id), [store, api, campaign.id]);
}

function makeStepEdits(store: EditorStore, api: Client, campaignId: string): StepEdits {
  const change: StepEdits["change"] = (edit, mergeKey) => {
    const refused = store.edit(edit, mergeKey);
    if (refused !== undefined) showToast({ text: refused, kind: "note" });
    return refused === undefined;
  };
  const move = (id: StepId, place: StepPlace) => {
    change((plan) => moveStep(plan, id, place));
    store.focus(id);
  };

  return {
    change,
    add(kind, place) {
      const step = makeStep(kind, store.getState().plan, place);
      if (!step || !change((plan) => insertStep(plan, place, step))) return;
      store.select(step.id);
      store.focus(step.id);
    },
    update(id, edit, mergeKey) {
      change((plan) => (findStep(plan.steps, id) ? updateStep(plan, id, edit) : plan), mergeKey);
    },
    nudge(id, direction) {
      const place = neighbourPlace(store.getState().plan, id, direction);
      if (place) move(id, place);
    },
    drop(id, target) {
      move(id, placeWithout(store.getState().plan, id, target));
    },
    remove(id) {
      const { plan, selectedId } = store.getState();
      const step = must(findStep(plan.steps, id));
      const place = must(findPlace(plan.steps, id));
      const next = neighbourOf(plan, id);
      change((before) => removeStep(before, id));
      const { plan: without } = store.getState();
      if (selectedId !== null && !findStep(store.getState().plan.steps, selectedId))
        store.select(null);
      store.focus(next);
      showToast({
        text: `Removed ${lowerFirst(stepLabel(step))}.`,
        undo: () => {
          // Something else may have been done since; then only the step comes back.
          if (store.getState().plan === without) store.undo();
          else change((now) => putBack(now, place, step));
          store.focus(id);
        },
      });
    },
    duplicate(id) {
      const { plan, copies } = duplicateStep(store.getState().plan, id, newId);
      change(() => plan);
      const copy = copies.get(id) ?? null;
      store.select(copy);
      store.focus(copy);
      void copyEmails(store, api, campaignId, copies);
    },
  };
}

/** The plan with a removed step where it stood, or as near as there still is a place. */
function putBack(plan: CampaignPlan, place: StepPlace, step: Step): CampaignPlan | Refused {
  if (findStep(plan.steps, step.id)) return plan;
  const lane = place.laneId === null ? undefined : findLane(plan.steps, place.laneId);
  if (place.laneId !== null && !lane)
    return { refused: `The lane that ${lowerFirst(stepLabel(step))} stood in is gone.` };
  const { length } = lane ? lane.steps : plan.steps;
  return insertStep(plan, { laneId: place.laneId, index: Math.min(place.index, length) }, step);
}

function makeStep(kind: NewStepKind, plan: CampaignPlan, place: StepPlace): Step | undefined {
  switch (kind) {
    case "email":
      return newEmailStep(newId, `Email ${countEmails(plan) + 1}`);
    case "wait":
      return newWaitStep(newId);
    case "split":
      return newSplitStep(newId);
    case "random-split":
      return newRandomSplitStep(newId);
    case "actions":
      return newActionsStep(newId);
    case "go-to":
      return newGoToStep(newId);
    case "end":
      return newEndStep(newId);
    case "resend": {
      const original = emailAbove(plan, place);
      return original && newResendStep(newId, original);
    }
  }
}

function countEmails(plan: CampaignPlan): number {
  return [...walkSteps(plan.steps)].filter((step) => step.kind === "email").length;
}

/** The last email that people at a place may have been sent, resends aside. */
export function emailAbove(plan: CampaignPlan, place: StepPlace): EmailStep | undefined {
  const probe = newEndStep(newId);
  const probed = insertStep(plan, place, probe);
  if ("refused" in probed) return undefined;
  return emailsBefore(probed.steps, probe.id).findLast((email) => email.resendOf === null);
}

/** What stands below a step, else above it: where the focus goes when it is removed. */
function neighbourOf(plan: CampaignPlan, id: StepId): StepId | null {
  const place = must(findPlace(plan.steps, id));
  const rest = [...walkSteps(removeStep(plan, id).steps)].map((step) => step.id);
  const all = [...walkSteps(plan.steps)].map((step) => step.id);
  const index = Math.min(all.indexOf(id), rest.length - 1);
  return place.index === 0 && rest.length === 0 ? null : (rest[index] ?? null);
}

/** The words of copied emails are copied too, once the core knows their steps. */
async function copyEmails(
  store: EditorStore,
  api: Client,
  campaignId: string,
  copies: ReadonlyMap<StepId, StepId>,
): Promise<void> {
  await store.flush();
  for (const [from, to] of copies) {
    const step = findStep(store.getState().plan.steps, to);
    if (step?.kind !== "email" || step.resendOf !== null) continue;
    const { content, savedAt } = await api.emails.get({ campaignId, stepId: from });
    if (savedAt !== null) await api.emails.save({ campaignId, stepId: to, content });
  }
}
