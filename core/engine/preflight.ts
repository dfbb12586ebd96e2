import { findStep, type CampaignPlan, type EmailStep } from "../domain/campaign.ts";
import { maySend, nextSend } from "../domain/quiet-hours.ts";
import { HOUR, type Instant } from "../shared/clock.ts";
import type { ReadableDb } from "../storage/db.ts";
import { getCampaignHead } from "../storage/campaigns.ts";
import { SNOOZED } from "../storage/contacts.ts";
import { getEnrollment, type EnrollmentRow } from "../storage/enrollments.ts";
import type { MessageRow } from "../storage/messages.ts";
import { getRecipient, type Recipient } from "../storage/recipients.ts";
import { matchesRule } from "../storage/match-rule.ts";
import { getBusiness, getPerContactPerDay, getQuietHours, isPaused } from "../storage/settings.ts";
import { isDeaf } from "../storage/sources.ts";
import { isSuppressed } from "../storage/suppressions.ts";
import { decide, planHolding } from "./advance.ts";
import type { EngineParts } from "./engine-parts.ts";
import { contactFreeAt } from "./pace.ts";

export type Preflight =
  | {
      readonly verdict: "go";
      readonly plan: CampaignPlan;
      readonly step: EmailStep;
      readonly contact: Recipient;
      /** What must still be so when the intent is taken. */
      readonly mayLeaveAt: (at: Instant) => boolean;
    }
  /** Not now. `isOurs` when a limit of ours holds it back, so that the late limit starts again. */
  | {
      readonly verdict: "later";
      readonly at: Instant;
      readonly reason: string;
      readonly isOurs: boolean;
    }
  /** Not at all; the run goes on behind the step, or ends. */
  | {
      readonly verdict: "drop";
      readonly state: "cancelled" | "expired";
      readonly reason: string;
      readonly then: "skip" | "end" | "nothing";
    }
  /** The run has moved on its own; only the message goes. */
  | { readonly verdict: "reroute"; readonly reason: string }
  | { readonly verdict: "exit"; readonly reason: string };

/** X4: everything that can stop a queued campaign mail, on live data, in the order that matters. */
export function preflight(parts: EngineParts, message: MessageRow, now: Instant): Preflight {
  const { db } = parts;
  const run = message.enrollmentId === null ? undefined : getEnrollment(db, message.enrollmentId);
  if (message.resolution === "resent" && run) return checkAgain(parts, message, run, now);
  if (!run || run.state !== "active")
    return { verdict: "drop", state: "cancelled", reason: "the run is over", then: "nothing" };
  if (run.stepId !== message.stepId || run.phase !== "await_send")
    return { verdict: "drop", state: "cancelled", reason: "the run moved on", then: "nothing" };
  if (isPaused(db) || getCampaignHead(db, run.campaignId)?.state !== "live")
    return { verdict: "later", at: now, reason: "sending is paused", isOurs: true };
  const contact = getRecipient(db, run.contactId);
  const refused = refusalOf(parts, contact);
  if (!contact || refused !== undefined)
    return { verdict: "exit", reason: refused ?? "the contact was deleted" };

  // The move is asked again: something heard since may have changed it while nothing was sent yet.
  const decided = decide(parts, { ...run, phase: "ready" }, now);
  const step = findStep(decided.plan.steps, run.stepId ?? "");
  if (step?.kind !== "email") return { verdict: "reroute", reason: "the step was removed" };
  const { move } = decided;
  if (move.kind === "go" || move.kind === "end" || (move.kind === "wait" && move.for === "event"))
    return { verdict: "reroute", reason: move.reason };

  const waits = whyWait(parts, message, { plan: decided.plan, step, contact }, now);
  if (waits) return waits;
  if (step.onlyTo && !matchesRule(db, step.onlyTo.rule, contact.id, now))
    return {
      verdict: "drop",
      state: "cancelled",
      reason: "not in the step's segment",
      then: step.onlyTo.otherwise,
    };
  return going(parts, message, { plan: decided.plan, step, contact });
}

/** An uncertain mail the owner sends again: the run has gone on long since, the person decides alone. */
function checkAgain(
  parts: EngineParts,
  message: MessageRow,
  run: EnrollmentRow,
  now: Instant,
): Preflight {
  const { db } = parts;
  const contact = getRecipient(db, run.contactId);
  const refused = refusalOf(parts, contact);
  const plan = planHolding(db, run, message.stepId);
  const step = plan && findStep(plan.steps, message.stepId ?? "");
  if (!contact || refused !== undefined || step?.kind !== "email")
    return {
      verdict: "drop",
      state: "cancelled",
      reason: refused ?? "its step was removed from the campaign",
      then: "nothing",
    };
  const waits = whyWait(parts, message, { plan, step, contact }, now);
  return waits ?? going(parts, message, { plan, step, contact });
}

/** Why this person may not be mailed at all. */
function refusalOf({ db }: EngineParts, contact: Recipient | undefined): string | undefined {
  if (!contact?.address) return "the contact was deleted";
  if (contact.status !== "subscribed") return `the contact is ${contact.status}`;
  return isSuppressed(db, contact.address) ? "the address is on the suppression list" : undefined;
}

interface Going {
  readonly plan: CampaignPlan;
  readonly step: EmailStep;
  readonly contact: Recipient;
}

/** When a mail may leave by the step's schedule and the quiet hours, on the person's clock. */
function timesOf(
  db: ReadableDb,
  { plan, step, contact }: Going,
): { readonly may: (at: Instant) => boolean; readonly next: (at: Instant) => Instant } {
  const zone = contact.zone ?? getBusiness(db).zone;
  const schedule = step.schedule ?? plan.schedule;
  const quiet = getQuietHours(db);
  return {
    may: (at) => maySend(schedule, at, zone, quiet),
    next: (at) => nextSend(schedule, at, zone, quiet),
  };
}

function going({ db }: EngineParts, message: MessageRow, sending: Going): Preflight {
  const { contact } = sending;
  const times = timesOf(db, sending);
  return {
    verdict: "go",
    ...sending,
    mayLeaveAt: (at) =>
      (message.notAfter === null || at <= message.notAfter) &&
      times.may(at) &&
      !isSnoozed(contact, at) &&
      contactFreeAt(db, contact.id, getPerContactPerDay(db), at) <= at,
  };
}

function isSnoozed({ snoozedUntil }: Recipient, at: Instant): boolean {
  return snoozedUntil !== null && at < snoozedUntil;
}

/** What keeps a mail in the queue for now, or has let it become too late. */
function whyWait(
  { db }: EngineParts,
  message: MessageRow,
  sending: Going,
  now: Instant,
): Preflight | undefined {
  const { contact } = sending;
  if (isDeaf(db, now))
    return {
      verdict: "later",
      at: now + HOUR / 4,
      reason: "the relay has not been heard for a day",
      isOurs: true,
    };
  if (message.notAfter !== null && now > message.notAfter)
    return {
      verdict: "drop",
      state: "expired",
      reason: "it was too late to send it",
      then: "skip",
    };
  const times = timesOf(db, sending);
  if (!times.may(now))
    return {
      verdict: "later",
      at: times.next(now),
      reason: "outside the schedule",
      isOurs: false,
    };
  if (isSnoozed(contact, now))
    return {
      verdict: "later",
      at: times.next(contact.snoozedUntil ?? now),
      reason: SNOOZED,
      isOurs: true,
    };
  const freeAt = contactFreeAt(db, contact.id, getPerContactPerDay(db), now);
  if (freeAt > now)
    return {
      verdict: "later",
      at: times.next(freeAt),
      reason: "this person has had the day's e-mails",
      isOurs: true,
    };
  return undefined;
}
