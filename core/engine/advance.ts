import {
  findStep,
  idAfter,
  stepAfter,
  type CampaignPlan,
  type EmailStep,
  type StepId,
} from "../domain/campaign.ts";
import type { Move, RunFacts } from "../domain/move.ts";
import { nextMove } from "../domain/next-move.ts";
import { must } from "../shared/assert.ts";
import { HOUR, type Instant } from "../shared/clock.ts";
import { getCampaignHead, getVersion } from "../storage/campaigns.ts";
import {
  endEnrollment,
  getEnrollment,
  moveEnrollment,
  postponeWake,
  type EnrollmentRow,
} from "../storage/enrollments.ts";
import type { ReadableDb } from "../storage/db.ts";
import { adoptOrphans } from "../storage/events.ts";
import { addMessage } from "../storage/messages.ts";
import { applyActions } from "./apply-actions.ts";
import type { EngineParts } from "./engine-parts.ts";
import { keepWinner, wakeHeld } from "./find-winner.ts";
import { knownFacts } from "./known-facts.ts";
import { loadFacts } from "./load-facts.ts";
import { messageIdentity } from "./message-identity.ts";

/** Moves of one run in one go before we believe it runs in a circle. */
const MOST_HOPS = 50;

/**
 * X3: moves a run as far as it goes now, in one transaction: until it waits, has a mail queued, or ended.
 * Running it again does nothing until time passes or something is heard.
 */
export function advance(parts: EngineParts, enrollmentId: number, cause: string): void {
  const { db, clock } = parts;
  db.transaction(() => {
    for (let hops = 0; ; hops++) {
      const run = getEnrollment(db, enrollmentId);
      if (!run || run.state !== "active" || run.phase === "await_send") return;
      // A paused campaign stands still; whoever is due goes on when it is resumed.
      if (getCampaignHead(db, run.campaignId)?.state !== "live") return;
      const now = clock.wall();
      if (hops > MOST_HOPS) {
        const reason = `made more than ${MOST_HOPS} moves without time passing`;
        endEnrollment(db, run, { state: "failed", reason, cause }, now);
        return;
      }
      const decided = decide(parts, run, now);
      if (!applyMove(parts, decided, cause, now)) return;
    }
  });
}

const JOURNAL_WORDS = {
  passed: "pass",
  skipped: "skip",
  lane: "lane",
  jumped: "jump",
} as const;

export interface Decided {
  readonly run: EnrollmentRow;
  readonly versionId: number;
  readonly plan: CampaignPlan;
  readonly facts: RunFacts;
  readonly move: Move;
}

/** What the run would do now, on the live version of its campaign (runs follow published changes). */
export function decide(parts: EngineParts, run: EnrollmentRow, now: Instant): Decided {
  const { db } = parts;
  const campaign = must(getCampaignHead(db, run.campaignId), "a run without a campaign");
  const versionId = campaign.liveVersionId ?? run.versionId;
  const { plan } = getVersion(db, versionId);
  const stepId =
    versionId === run.versionId
      ? run.stepId
      : placeIn(plan, getVersion(db, run.versionId).plan, run.stepId);
  const here = { ...run, stepId };
  const facts = loadFacts(db, here, { now, hasInbox: parts.world === "practice" });
  return { run: here, versionId, plan, facts, move: nextMove(plan, here, facts, now) };
}

/** The live version where it has the step, else the one the run was on. */
export function versionHolding(db: ReadableDb, run: EnrollmentRow, stepId: StepId | null): number {
  const live = getCampaignHead(db, run.campaignId)?.liveVersionId ?? run.versionId;
  return stepId !== null && findStep(getVersion(db, live).plan.steps, stepId)
    ? live
    : run.versionId;
}

/** The newest plan that has the step. */
export function planHolding(
  db: ReadableDb,
  run: EnrollmentRow,
  stepId: StepId | null,
): CampaignPlan {
  return getVersion(db, versionHolding(db, run, stepId)).plan;
}

/** Where `stepId` of the old plan is in the new one: itself, or the first step after it that still exists. */
function placeIn(plan: CampaignPlan, oldPlan: CampaignPlan, stepId: StepId | null): StepId | null {
  let id = stepId;
  while (id !== null && !findStep(plan.steps, id)) id = stepAfter(oldPlan.steps, id)?.id ?? null;
  return id;
}

/** True where the run may move on at once. */
function applyMove(parts: EngineParts, decided: Decided, cause: string, now: Instant): boolean {
  const { db } = parts;
  const { run, versionId, move } = decided;
  const place = { visit: run.visit, hops: run.hops + 1, versionId, wakeAt: null, deadlineAt: null };
  const journal = {
    cause,
    fromStepId: run.stepId,
    reason: move.reason,
    inputs: knownFacts(decided.facts, run.sinceAt),
  };
  switch (move.kind) {
    case "wait": {
      const phase = move.for === "time" ? "delay" : "await_event";
      const isSame =
        run.phase === phase &&
        run.versionId === versionId &&
        run.deadlineAt === move.deadlineAt &&
        (phase === "await_event" || run.wakeAt === move.wakeAt);
      if (isSame) postponeWake(db, run.id, move.wakeAt);
      else
        moveEnrollment(
          db,
          run,
          {
            ...place,
            stepId: run.stepId,
            phase,
            sinceAt: run.sinceAt,
            wakeAt: move.wakeAt,
            deadlineAt: move.deadlineAt,
          },
          { ...journal, move: "wait", toStepId: run.stepId },
          now,
        );
      return false;
    }
    case "send":
      if (!queueMessage(parts, decided, move.step, move.plannedAt, now)) {
        moveEnrollment(
          db,
          run,
          {
            ...place,
            stepId: idAfter(decided.plan, move.step.id),
            phase: "ready",
            sinceAt: now,
            wakeAt: now,
          },
          {
            ...journal,
            move: "skip",
            toStepId: idAfter(decided.plan, move.step.id),
            reason: "this person was sent this email before",
          },
          now,
        );
        return true;
      }
      moveEnrollment(
        db,
        run,
        { ...place, stepId: run.stepId, phase: "await_send", sinceAt: run.sinceAt },
        { ...journal, move: "send", toStepId: run.stepId },
        now,
      );
      return false;
    case "act":
      moveEnrollment(
        db,
        run,
        { ...place, stepId: move.to, phase: "ready", sinceAt: now, wakeAt: now },
        { ...journal, move: "act", toStepId: move.to },
        now,
      );
      applyActions(parts, run, move.actions, now);
      return true;
    case "go":
      keepWinner(parts, run, move, now);
      moveEnrollment(
        db,
        run,
        {
          ...place,
          visit: move.how === "jumped" ? run.visit + 1 : run.visit,
          stepId: move.to,
          phase: "ready",
          sinceAt: move.sinceAt,
          wakeAt: now,
        },
        {
          ...journal,
          move: JOURNAL_WORDS[move.how],
          laneId: move.laneId,
          toStepId: move.to,
        },
        now,
      );
      wakeHeld(parts, decided);
      return true;
    case "end":
      endEnrollment(db, { ...run, versionId }, { state: "done", reason: move.reason, cause }, now);
      parts.changes.tell("campaigns", "reports", "contacts");
      return false;
  }
}

/** False where this very e-mail had its turn before, which an edit of the campaign's order can bring about. */
function queueMessage(
  parts: EngineParts,
  { run, plan }: Decided,
  step: EmailStep,
  plannedAt: Instant,
  now: Instant,
): boolean {
  const { db } = parts;
  const identity = messageIdentity(db, run, step.id);
  const id = addMessage(
    db,
    {
      ...identity,
      kind: "campaign",
      campaignId: run.campaignId,
      enrollmentId: run.id,
      contactId: run.contactId,
      stepId: step.id,
      visit: run.visit,
      reportStepId: step.resendOf ?? step.id,
      priority: step.trigger.kind === "interaction" ? 1 : 5,
      plannedAt,
      notBefore: plannedAt,
      notAfter: plannedAt + plan.lateLimitHours * HOUR,
    },
    now,
  );
  // After a backup was put back, the relay may know of this mail before we do.
  if (id !== undefined)
    adoptOrphans(db, identity.token, { messageId: id, contactId: run.contactId });
  return id !== undefined;
}

/** The run after its mail was sent, skipped or lost: on to what follows, counting from `sinceAt`. */
export function leaveStep(
  parts: EngineParts,
  run: EnrollmentRow,
  how: {
    readonly move: "sent" | "skip";
    readonly sinceAt: Instant;
    readonly reason: string;
    readonly cause: string;
  },
  now: Instant,
): void {
  const { db } = parts;
  const versionId = versionHolding(db, run, run.stepId);
  const to = run.stepId === null ? null : idAfter(getVersion(db, versionId).plan, run.stepId);
  moveEnrollment(
    db,
    run,
    {
      stepId: to,
      visit: run.visit,
      phase: "ready",
      sinceAt: how.sinceAt,
      wakeAt: now,
      deadlineAt: null,
      hops: 0,
      versionId,
    },
    {
      cause: how.cause,
      move: how.move,
      fromStepId: run.stepId,
      toStepId: to,
      reason: how.reason,
      inputs: {},
    },
    now,
  );
}
