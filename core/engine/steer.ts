import { Temporal } from "temporal-polyfill";
import { CallFailed } from "../contract/failure.ts";
import { findStep, idAfter, type CampaignPlan, type Duration } from "../domain/campaign.ts";
import { addDuration } from "../domain/duration.ts";
import type { Instant } from "../shared/clock.ts";
import {
  endEnrollment,
  getEnrollmentByUid,
  moveEnrollment,
  type EnrollmentRow,
} from "../storage/enrollments.ts";
import { getCampaignHead, getVersion } from "../storage/campaigns.ts";
import type { ReadableDb, WritableDb } from "../storage/db.ts";
import { cancelQueuedMessages, isOnItsWay } from "../storage/messages.ts";
import { getRecipient } from "../storage/recipients.ts";
import { getBusiness } from "../storage/settings.ts";
import { versionHolding } from "./advance.ts";

/** The owner's own word on one run. Refused with `CallFailed` where it is over, or its mail is just being sent. */
function requireRun(db: WritableDb, uid: string): EnrollmentRow {
  const run = getEnrollmentByUid(db, uid);
  if (!run || (run.state !== "active" && run.state !== "held"))
    throw new CallFailed({
      code: "conflict",
      message: "This person is no longer in the campaign.",
    });
  if (isOnItsWay(db, run.id))
    throw new CallFailed({
      code: "conflict",
      message: "An email to this person is being sent right now. Try again in a moment.",
    });
  return run;
}

/** Ends a run for good; what is queued for it is not sent. */
export function leaveRun(db: WritableDb, uid: string, now: Instant): void {
  db.transaction(() => {
    const run = requireRun(db, uid);
    endEnrollment(db, run, { state: "exited", reason: "taken out by hand", cause: "owner" }, now);
  });
}

/** Takes a run to another step of the live version. An email it had its turn with before is sent to it again. */
export function moveRun(db: WritableDb, uid: string, stepId: string, now: Instant): void {
  db.transaction(() => {
    const run = requireRun(db, uid);
    const { id, plan } = livePlanOf(db, run);
    if (!findStep(plan.steps, stepId))
      throw new CallFailed({
        code: "not-found",
        message: "This step is not in the campaign any more. Choose another.",
      });
    const place = { stepId, sinceAt: now, visit: run.visit + 1, versionId: id };
    putAt(db, run, place, "moved here by hand", now);
  });
}

/** Whether what a run waits for is only time, so that it can be told to go on. */
export function canSkipWait(db: ReadableDb, run: EnrollmentRow, now: Instant): boolean {
  return placeAfterWait(db, run, now) !== undefined;
}

/** Takes a run over the time it waits out: a wait is passed, an email's delay is over; its schedule still holds. */
export function skipWait(db: WritableDb, uid: string, now: Instant): void {
  db.transaction(() => {
    const run = requireRun(db, uid);
    const place = placeAfterWait(db, run, now);
    if (!place)
      throw new CallFailed({
        code: "conflict",
        message:
          "This person does not wait for a time, but for something to happen. Move them to a step instead.",
      });
    putAt(db, run, place, "the wait was ended by hand", now);
  });
}

interface Place {
  readonly stepId: string | null;
  readonly sinceAt: Instant;
  readonly visit: number;
  readonly versionId: number;
}

function putAt(
  db: WritableDb,
  run: EnrollmentRow,
  place: Place,
  reason: string,
  now: Instant,
): void {
  cancelQueuedMessages(db, run.id, reason);
  moveEnrollment(
    db,
    run,
    { ...place, phase: "ready", wakeAt: now, deadlineAt: null, hops: 0 },
    {
      cause: "owner",
      move: "by-hand",
      fromStepId: run.stepId,
      toStepId: place.stepId,
      reason,
      inputs: {},
    },
    now,
  );
}

function placeAfterWait(db: ReadableDb, run: EnrollmentRow, now: Instant): Place | undefined {
  if (run.state !== "active" || run.phase !== "delay" || run.stepId === null) return undefined;
  const versionId = versionHolding(db, run, run.stepId);
  const { plan } = getVersion(db, versionId);
  const step = findStep(plan.steps, run.stepId);
  const place = { visit: run.visit, versionId };
  switch (step?.kind) {
    case "wait":
      return { ...place, stepId: idAfter(plan, step.id), sinceAt: now };
    case "email": {
      if (step.trigger.kind !== "previous") return undefined;
      const zone = getRecipient(db, run.contactId)?.zone ?? getBusiness(db).zone;
      const sinceAt = startOf(step.delay, now, zone);
      return sinceAt < run.sinceAt ? { ...place, stepId: step.id, sinceAt } : undefined;
    }
    default:
      return undefined;
  }
}

/** The latest instant from which `delay` is over at `now`. */
function startOf(delay: Duration, now: Instant, zone: string): Instant {
  const start = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .subtract({ [delay.unit]: delay.amount }).epochMilliseconds;
  return start - Math.max(0, addDuration(start, delay, zone) - now);
}

/** The version that runs follow now. */
export function livePlanOf(
  db: ReadableDb,
  run: EnrollmentRow,
): { readonly id: number; readonly plan: CampaignPlan } {
  return getVersion(db, getCampaignHead(db, run.campaignId)?.liveVersionId ?? run.versionId);
}
