import type { Instant } from "../shared/clock.ts";
import { HOUR, MINUTE } from "../shared/clock.ts";
import { unreachable } from "../shared/assert.ts";
import type { Action } from "./action.ts";
import {
  findStep,
  stepAfter,
  type CampaignPlan,
  type EmailStep,
  type Lane,
  type SplitStep,
  type StepId,
  type WaitStep,
} from "./campaign.ts";
import { addDuration } from "./duration.ts";
import { findEvidence, targetMessages, type HeardEvent, type SentMessage } from "./evidence.ts";
import { nextWeekdayTime } from "./next-weekday-time.ts";
import { nextAllowed, zoneOf } from "./schedule.ts";
import type { SegmentRule } from "./segment.ts";
import type { Interaction } from "./trigger.ts";

/** After a deadline we wait this much longer, so that a relay's late log line is still heard. */
export const LATENESS = 10 * MINUTE;

/** Where a run stands: before doing `stepId`, whose clock started at `sinceAt`. */
export interface RunPlace {
  readonly stepId: StepId | null;
  readonly sinceAt: Instant;
}

/** Everything a decision may be made on. */
export interface RunFacts {
  readonly zone: string;
  readonly sent: readonly SentMessage[];
  readonly events: readonly HeardEvent[];
  /** Relay for opens and clicks, inbox for replies: we have heard everything up to here; null: there is none. */
  readonly heardUpTo: { readonly relay: Instant | null; readonly inbox: Instant | null };
  readonly matches: (rule: SegmentRule) => boolean;
}

/** What happens to the run now. `reason` is a clause fit for "why": lower case, no full stop. */
export type Move =
  | {
      readonly kind: "wait";
      readonly for: "time" | "event";
      readonly wakeAt: Instant;
      readonly deadlineAt: Instant | null;
      readonly reason: string;
    }
  | {
      readonly kind: "send";
      readonly step: EmailStep;
      readonly plannedAt: Instant;
      readonly reason: string;
    }
  | {
      readonly kind: "act";
      readonly actions: readonly Action[];
      readonly to: StepId | null;
      readonly reason: string;
    }
  | {
      readonly kind: "go";
      readonly how: "passed" | "skipped" | "lane";
      readonly to: StepId | null;
      readonly sinceAt: Instant;
      readonly laneId: string | null;
      readonly reason: string;
    }
  | { readonly kind: "end"; readonly reason: string };

/**
 * THE decision: what an enrollment does next, from its place, the facts and the time, and nothing else.
 * Asking again with the same input gives the same move, so a move may be recomputed at any time until
 * something irreversible has happened.
 */
export function nextMove(plan: CampaignPlan, place: RunPlace, facts: RunFacts, now: Instant): Move {
  if (place.stepId === null) return { kind: "end", reason: "reached the end of the campaign" };
  const step = findStep(plan.steps, place.stepId);
  if (!step) return { kind: "end", reason: "the step was removed from the campaign" };
  switch (step.kind) {
    case "email":
      return moveAtEmail(plan, step, place.sinceAt, facts, now);
    case "wait":
      return moveAtWait(plan, step, place.sinceAt, facts, now);
    case "split":
      return moveAtSplit(plan, step, place.sinceAt, facts, now);
    case "actions":
      return {
        kind: "act",
        actions: step.actions,
        to: idAfter(plan, step.id),
        reason: "reached an actions step",
      };
    case "end":
      return { kind: "end", reason: "reached an end step" };
    default:
      return unreachable(step);
  }
}

/** Where a run goes after `stepId`: the next step's id, or null at the end. */
export function idAfter(plan: CampaignPlan, stepId: StepId): StepId | null {
  return stepAfter(plan.steps, stepId)?.id ?? null;
}

function moveAtEmail(
  plan: CampaignPlan,
  step: EmailStep,
  sinceAt: Instant,
  facts: RunFacts,
  now: Instant,
): Move {
  let base = sinceAt;
  let reason = "the step before was done";
  if (step.trigger.kind === "interaction") {
    const { interaction, within, otherwise } = step.trigger;
    const notMet = (why: string): Move =>
      otherwise === "end"
        ? { kind: "end", reason: why }
        : {
            kind: "go",
            how: "skipped",
            to: idAfter(plan, step.id),
            sinceAt: now,
            laneId: null,
            reason: why,
          };
    const targets = targetMessages(interaction, facts.sent);
    const about = targets.at(-1);
    if (!about) return notMet("the email it waits on was never sent to this person");
    const deadlineAt = addDuration(about.sentAt, within, facts.zone);
    const finding = find(interaction, targets, facts, deadlineAt);
    const isYes = finding.evidence === "yes";
    if (isYes && interaction.negated) return notMet(`${pastTense(interaction)} in time`);
    if (isYes && finding.at !== null) {
      base = Math.max(finding.at, sinceAt);
      reason = `${pastTense(interaction)} in time`;
    } else if (!finding.isFinal || (finding.evidence === "no" && now < deadlineAt)) {
      return waitForEvent(deadlineAt, interaction, now);
    } else if (interaction.negated && finding.evidence === "no") {
      base = Math.max(deadlineAt, sinceAt);
      reason = `${notPastTense(interaction)} by the deadline`;
    } else if (finding.evidence === "unknown") {
      return notMet(`it is not known whether the email was ${interaction.did}`);
    } else {
      return notMet(`${notPastTense(interaction)} by the deadline`);
    }
  }
  const schedule = step.schedule ?? plan.schedule;
  const plannedAt = nextAllowed(schedule, addDuration(base, step.delay, facts.zone), facts.zone);
  if (now < plannedAt)
    return { kind: "wait", for: "time", wakeAt: plannedAt, deadlineAt: null, reason };
  return { kind: "send", step, plannedAt, reason };
}

function moveAtWait(
  plan: CampaignPlan,
  step: WaitStep,
  sinceAt: Instant,
  facts: RunFacts,
  now: Instant,
): Move {
  const { until } = step;
  const zone = zoneOf(plan.schedule, facts.zone);
  const wakeAt =
    until.kind === "for"
      ? addDuration(sinceAt, until.duration, facts.zone)
      : nextWeekdayTime(until.weekdays, until.time, sinceAt, zone);
  if (now < wakeAt)
    return { kind: "wait", for: "time", wakeAt, deadlineAt: null, reason: "reached a wait step" };
  return {
    kind: "go",
    how: "passed",
    to: idAfter(plan, step.id),
    sinceAt: wakeAt,
    laneId: null,
    reason: "the wait was over",
  };
}

function moveAtSplit(
  plan: CampaignPlan,
  step: SplitStep,
  sinceAt: Instant,
  facts: RunFacts,
  now: Instant,
): Move {
  const deadlineAt = step.within ? addDuration(sinceAt, step.within, facts.zone) : null;
  // From when on the lanes above could no longer be taken.
  let ruledOutAt = sinceAt;
  for (const lane of step.lanes) {
    const verdict = judgeLane(lane, facts, deadlineAt, now);
    if (verdict.is === "open") {
      if (verdict.interaction && deadlineAt !== null)
        return waitForEvent(deadlineAt, verdict.interaction, now);
      return {
        kind: "wait",
        for: "time",
        wakeAt: deadlineAt ?? now,
        deadlineAt,
        reason: "reached a split",
      };
    }
    if (verdict.is === "false") {
      ruledOutAt = Math.max(ruledOutAt, verdict.at ?? ruledOutAt);
      continue;
    }
    const first = lane.steps[0];
    return {
      kind: "go",
      how: "lane",
      to: first ? first.id : idAfter(plan, step.id),
      // Taken early it counts from what happened, or from when it was the first lane left; else from the deadline, also
      // where that is known before, so that whoever cannot be tracked does not get two mails at once.
      sinceAt: Math.max(ruledOutAt, verdict.at ?? deadlineAt ?? now),
      laneId: lane.id,
      reason: verdict.reason,
    };
  }
  return {
    kind: "go",
    how: "passed",
    to: idAfter(plan, step.id),
    sinceAt: deadlineAt ?? now,
    laneId: null,
    reason: "no lane took this person",
  };
}

type Verdict =
  | { readonly is: "true"; readonly at: Instant | null; readonly reason: string }
  /** `at`: since when; null: it never could. */
  | { readonly is: "false"; readonly at: Instant | null }
  | { readonly is: "open"; readonly interaction: Interaction | null };

/** True or false only once nothing that may still happen, or be heard, could turn it. */
function judgeLane(lane: Lane, facts: RunFacts, deadlineAt: Instant | null, now: Instant): Verdict {
  const { condition } = lane;
  if (condition === null)
    return { is: "true", at: null, reason: "none of the other lanes applied" };
  if (condition.kind === "rule") {
    if (deadlineAt !== null && now < deadlineAt) return { is: "open", interaction: null };
    return facts.matches(condition.rule)
      ? { is: "true", at: null, reason: `matched “${lane.name}”` }
      : { is: "false", at: deadlineAt };
  }
  const { interaction } = condition;
  const targets = targetMessages(interaction, facts.sent);
  // Never sent: neither did nor did not, so the lane cannot apply.
  if (targets.length === 0) return { is: "false", at: null };
  const finding = find(interaction, targets, facts, deadlineAt ?? now);
  const isYes = finding.evidence === "yes";
  if (isYes && !interaction.negated)
    return { is: "true", at: finding.at, reason: `${pastTense(interaction)} (“${lane.name}”)` };
  if (isYes) return { is: "false", at: finding.at };
  const isOver = deadlineAt === null || now >= deadlineAt;
  if (finding.evidence === "unknown" && finding.isFinal)
    return { is: "false", at: isOver ? deadlineAt : null };
  if (!finding.isFinal || !isOver) return { is: "open", interaction };
  return interaction.negated && finding.evidence === "no"
    ? { is: "true", at: null, reason: `${notPastTense(interaction)} (“${lane.name}”)` }
    : { is: "false", at: deadlineAt };
}

function find(
  interaction: Interaction,
  targets: readonly SentMessage[],
  facts: RunFacts,
  deadlineAt: Instant,
): ReturnType<typeof findEvidence> {
  const heard = interaction.did === "replied" ? facts.heardUpTo.inbox : facts.heardUpTo.relay;
  return findEvidence(
    interaction,
    targets,
    facts.events,
    deadlineAt,
    heard === null ? null : heard - LATENESS,
  );
}

/**
 * Past the deadline we look again, ever more rarely, until the source has been heard: in silence the run is as good
 * as held, and hearing wakes it.
 */
function waitForEvent(deadlineAt: Instant, interaction: Interaction, now: Instant): Move {
  const heardBy = deadlineAt + LATENESS;
  return {
    kind: "wait",
    for: "event",
    wakeAt: now < heardBy ? heardBy : now + Math.min(Math.max(now - heardBy, MINUTE), HOUR),
    deadlineAt,
    reason: `waiting to see whether the email is ${interaction.did}`,
  };
}

function pastTense(interaction: Interaction): string {
  const links = interaction.linkIds === null ? "" : " a chosen link";
  return interaction.did === "replied" ? "replied" : `${interaction.did}${links || " the email"}`;
}

function notPastTense(interaction: Interaction): string {
  const what = {
    opened: "had not opened the email",
    clicked: "had not clicked",
    replied: "had not replied",
  };
  return interaction.linkIds === null ? what[interaction.did] : "had not clicked a chosen link";
}
