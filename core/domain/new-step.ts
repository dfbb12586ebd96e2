import type {
  ActionsStep,
  CampaignPlan,
  EmailStep,
  EndStep,
  GoToStep,
  Lane,
  LaneCondition,
  SplitStep,
  WaitStep,
} from "./campaign.ts";
import { anyTime } from "./schedule.ts";

/** Makes an id nothing has yet. */
export type MakeId = () => string;

/** A draft as it begins: for one segment, or started by hand. */
export function newPlan(segmentId: string | null): CampaignPlan {
  return {
    entries: [segmentId === null ? { kind: "by-hand" } : { kind: "joins-segment", segmentId }],
    reentry: { kind: "once" },
    schedule: anyTime,
    exitOnReply: true,
    exitOnLeave: false,
    tracking: "on",
    lateLimitHours: 24,
    steps: [],
  };
}

export function newEmailStep(makeId: MakeId, name: string): EmailStep {
  return {
    kind: "email",
    id: makeId(),
    name,
    trigger: { kind: "previous" },
    delay: { amount: 0, unit: "days" },
    schedule: null,
    onlyTo: null,
    actions: [],
    resendOf: null,
  };
}

/** Sends an email again, under a subject of its own, to those who did not open it within three days. */
export function newResendStep(makeId: MakeId, original: EmailStep): EmailStep {
  return {
    ...newEmailStep(makeId, `${original.name}, again`),
    trigger: {
      kind: "interaction",
      interaction: {
        did: "opened",
        negated: true,
        target: { kind: "step", stepId: original.id },
        linkIds: null,
      },
      within: { amount: 3, unit: "days" },
      otherwise: "skip",
    },
    resendOf: original.id,
  };
}

export function newWaitStep(makeId: MakeId): WaitStep {
  return {
    kind: "wait",
    id: makeId(),
    until: { kind: "for", duration: { amount: 1, unit: "days" } },
  };
}

/** By whether the last email was clicked within three days: the split people want first. */
export function newSplitStep(makeId: MakeId): SplitStep {
  const clicked: LaneCondition = {
    kind: "interaction",
    interaction: { did: "clicked", negated: false, target: { kind: "last" }, linkIds: null },
  };
  return {
    kind: "split",
    id: makeId(),
    name: "",
    within: { amount: 3, unit: "days" },
    winner: null,
    lanes: [
      newLane(makeId, "Clicked", clicked),
      { id: makeId(), name: "Everyone else", condition: null, steps: [] },
    ],
  };
}

/** By lot: half of the people in one lane, the rest in the other. */
export function newRandomSplitStep(makeId: MakeId): SplitStep {
  return {
    kind: "split",
    id: makeId(),
    name: "",
    within: null,
    winner: null,
    lanes: [
      newLane(makeId, "A", { kind: "share", percent: 50 }),
      { id: makeId(), name: "B", condition: null, steps: [] },
    ],
  };
}

export function newLane(makeId: MakeId, name: string, condition: LaneCondition): Lane {
  return { id: makeId(), name, condition, steps: [] };
}

export function newActionsStep(makeId: MakeId): ActionsStep {
  return { kind: "actions", id: makeId(), actions: [] };
}

/** Back, or on, at most three times a day apart; where to is yet to be chosen. */
export function newGoToStep(makeId: MakeId): GoToStep {
  return { kind: "go-to", id: makeId(), to: "", delay: { amount: 1, unit: "days" }, visits: 3 };
}

export function newEndStep(makeId: MakeId): EndStep {
  return { kind: "end", id: makeId() };
}
