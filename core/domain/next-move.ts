import { unreachable } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";
import {
  findStep,
  idAfter,
  type CampaignPlan,
  type EmailStep,
  type GoToStep,
  type WaitStep,
} from "./campaign.ts";
import { addDuration } from "./duration.ts";
import { targetMessages } from "./evidence.ts";
import { findInteraction, notPastTense, pastTense, waitForEvent } from "./interaction-finding.ts";
import type { Move, RunFacts, RunPlace } from "./move.ts";
import { nextSend } from "./quiet-hours.ts";
import { zoneOf } from "./schedule.ts";
import { moveAtSplit } from "./split-move.ts";
import { waitEnd, type WaitEnd } from "./wait-end.ts";

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
    case "go-to":
      return moveAtGoTo(plan, step, place.sinceAt, facts, now);
    case "end":
      return { kind: "end", reason: "reached an end step" };
    default:
      return unreachable(step);
  }
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
    const finding = findInteraction(interaction, facts, deadlineAt);
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
  const plannedAt = nextSend(
    schedule,
    addDuration(base, step.delay, facts.zone),
    facts.zone,
    facts.quiet,
  );
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
  const end = waitEnd(step.until, {
    sinceAt,
    contactZone: facts.zone,
    zone: zoneOf(plan.schedule, facts.zone),
    fieldOf: facts.fieldOf,
  });
  if (end.kind === "past") return moveWhenPast(plan, step, end, now);
  if (now < end.at)
    return {
      kind: "wait",
      for: "time",
      wakeAt: end.at,
      deadlineAt: null,
      reason: "reached a wait step",
    };
  return {
    kind: "go",
    how: "passed",
    to: idAfter(plan, step.id),
    sinceAt: end.at,
    laneId: null,
    reason: "the wait was over",
  };
}

function moveAtGoTo(
  plan: CampaignPlan,
  step: GoToStep,
  sinceAt: Instant,
  facts: RunFacts,
  now: Instant,
): Move {
  const jumps = facts.jumpsOf(step.id);
  const isSpent = jumps >= step.visits;
  if (isSpent || !findStep(plan.steps, step.to))
    return {
      kind: "go",
      how: "passed",
      to: idAfter(plan, step.id),
      sinceAt,
      laneId: null,
      reason: isSpent
        ? `had been sent on from here ${jumps === 1 ? "once" : `${jumps} times`} already`
        : "the step it leads to is gone",
    };
  const wakeAt = addDuration(sinceAt, step.delay, facts.zone);
  if (now < wakeAt)
    return { kind: "wait", for: "time", wakeAt, deadlineAt: null, reason: "reached a go-to step" };
  // Counted from when it is done, so that after a sleep nobody goes around several times at once.
  return {
    kind: "go",
    how: "jumped",
    to: step.to,
    sinceAt: now,
    laneId: null,
    reason: "was sent on by a go-to step",
  };
}

/** The day a wait is for is past or not known: as the step says. */
function moveWhenPast(
  plan: CampaignPlan,
  step: WaitStep,
  { then, reason }: Extract<WaitEnd, { kind: "past" }>,
  now: Instant,
): Move {
  if (then === "end") return { kind: "end", reason };
  const next = idAfter(plan, step.id);
  return {
    kind: "go",
    how: then === "skip" ? "skipped" : "passed",
    to: then === "skip" && next !== null ? idAfter(plan, next) : next,
    sinceAt: now,
    laneId: null,
    reason,
  };
}
