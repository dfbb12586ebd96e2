import { findStep, type EmailStep } from "../domain/campaign.ts";
import { isAllowed, nextAllowed } from "../domain/schedule.ts";
import { HOUR, type Instant } from "../shared/clock.ts";
import { getCampaignHead } from "../storage/campaigns.ts";
import { getEnrollment, type EnrollmentRow } from "../storage/enrollments.ts";
import type { MessageRow } from "../storage/messages.ts";
import { getRecipient, type Recipient } from "../storage/recipients.ts";
import { matchesRule } from "../storage/match-rule.ts";
import { getPerContactPerDay, getBusiness, isPaused } from "../storage/settings.ts";
import { getSource } from "../storage/sources.ts";
import { isSuppressed } from "../storage/suppressions.ts";
import { decide, type Decided } from "./advance.ts";
import type { EngineParts } from "./engine-parts.ts";
import { contactFreeAt } from "./pace.ts";

/** No marketing mail leaves while a configured relay has not been heard for this long. */
export const DEAF_LIMIT = 24 * HOUR;

export type Preflight =
  | {
      readonly verdict: "go";
      readonly run: EnrollmentRow;
      readonly step: EmailStep;
      readonly contact: Recipient;
      readonly decided: Decided;
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
  if (!run || run.state !== "active")
    return { verdict: "drop", state: "cancelled", reason: "the run is over", then: "nothing" };
  if (run.stepId !== message.stepId || run.phase !== "await_send")
    return { verdict: "drop", state: "cancelled", reason: "the run moved on", then: "nothing" };
  if (isPaused(db) || getCampaignHead(db, run.campaignId)?.state !== "live")
    return { verdict: "later", at: now, reason: "sending is paused", isOurs: true };
  const contact = getRecipient(db, run.contactId);
  if (!contact?.address) return { verdict: "exit", reason: "the contact was deleted" };
  if (contact.status !== "subscribed")
    return { verdict: "exit", reason: `the contact is ${contact.status}` };
  if (isSuppressed(db, contact.address))
    return { verdict: "exit", reason: "the address is on the suppression list" };

  // The move is asked again: something heard since may have changed it while nothing was sent yet.
  const decided = decide(parts, { ...run, phase: "ready" }, now);
  const step = findStep(decided.plan.steps, run.stepId ?? "");
  if (step?.kind !== "email") return { verdict: "reroute", reason: "the step was removed" };
  if (decided.move.kind === "go" || decided.move.kind === "end")
    return { verdict: "reroute", reason: decided.move.reason };

  const relay = getSource(db, "relay");
  if (relay && relay.lastHeardAt !== null && relay.lastHeardAt < now - DEAF_LIMIT)
    return {
      verdict: "later",
      at: now + HOUR / 4,
      reason: "the relay has not been heard for a day",
      isOurs: true,
    };

  const zone = contact.zone ?? getBusiness(db).zone;
  const schedule = step.schedule ?? decided.plan.schedule;
  if (message.notAfter !== null && now > message.notAfter)
    return {
      verdict: "drop",
      state: "expired",
      reason: "it was too late to send it",
      then: "skip",
    };
  if (!isAllowed(schedule, now, zone))
    return {
      verdict: "later",
      at: nextAllowed(schedule, now, zone),
      reason: "outside the schedule",
      isOurs: false,
    };
  const freeAt = contactFreeAt(db, contact.id, getPerContactPerDay(db), now);
  if (freeAt > now)
    return {
      verdict: "later",
      at: nextAllowed(schedule, freeAt, zone),
      reason: "this person has had the day's e-mails",
      isOurs: true,
    };
  if (step.onlyTo && !matchesRule(db, step.onlyTo.rule, contact.id, now))
    return {
      verdict: "drop",
      state: "cancelled",
      reason: "not in the step's segment",
      then: step.onlyTo.otherwise,
    };
  return { verdict: "go", run, step, contact, decided };
}
