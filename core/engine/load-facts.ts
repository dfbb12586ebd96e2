import type { HeardEvent, SentMessage } from "../domain/evidence.ts";
import type { RunFacts } from "../domain/move.ts";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb } from "../storage/db.ts";
import { countMoves, type EnrollmentRow } from "../storage/enrollments.ts";
import { listSentOfRun, type MessageRow } from "../storage/messages.ts";
import { getRecipient, listEventsOfRun, type MessageEvent } from "../storage/recipients.ts";
import { matchesRule } from "../storage/match-rule.ts";
import { getBusiness, getQuietHours } from "../storage/settings.ts";
import { getSource } from "../storage/sources.ts";
import { splitTestOf } from "./split-test-of.ts";

/** Everything the next move of `run` may be decided on, as the database knows it now. */
export function loadFacts(
  db: ReadableDb,
  run: EnrollmentRow,
  options: { readonly now: Instant; readonly hasInbox: boolean },
): RunFacts {
  const { now } = options;
  const contact = getRecipient(db, run.contactId);
  const relay = getSource(db, "relay");
  return {
    contactUid: contact?.uid ?? "",
    quiet: getQuietHours(db),
    zone: contact?.zone ?? getBusiness(db).zone,
    sent: listSentOfRun(db, run.id).map(asSent),
    events: listEventsOfRun(db, run.id).map(asHeard),
    // In practice replies are written by our own inbox, so it has always been heard up to now.
    // A watermark of the future is left from a clock that ran ahead; it proves nothing until the relay is heard again.
    heardUpTo: {
      relay: relay ? (relay.watermark > now ? 0 : relay.watermark) : null,
      inbox: options.hasInbox ? now : null,
    },
    testOf: (split) => splitTestOf(db, run.campaignId, split),
    jumpsOf: (stepId) => countMoves(db, run.id, stepId, "jump"),
    fieldOf: (key) => contact?.fields[key] ?? null,
    matches: (rule) => matchesRule(db, rule, run.contactId, now),
  };
}

/** A mail as decisions know it. */
export function asSent(message: MessageRow): SentMessage {
  return {
    id: message.id,
    stepId: message.stepId ?? "",
    reportStepId: message.reportStepId ?? message.stepId ?? "",
    sentAt: message.acceptedAt ?? message.intentAt ?? message.plannedAt,
    isTracked: message.isTracked === 1,
  };
}

function asHeard(event: MessageEvent): HeardEvent {
  return {
    messageId: event.messageId,
    kind: event.kind as HeardEvent["kind"],
    class: event.class,
    linkId: event.linkId,
    occurredAt: event.occurredAt,
  };
}
