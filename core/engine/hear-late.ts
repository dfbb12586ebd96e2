import type { HeardEvent, SentMessage } from "../domain/evidence.ts";
import type { Move, RunFacts } from "../domain/move.ts";
import { nextMove } from "../domain/next-move.ts";
import type { Instant } from "../shared/clock.ts";
import { getVersion } from "../storage/campaigns.ts";
import {
  getEnrollment,
  listJournal,
  moveEnrollment,
  type EnrollmentRow,
  type JournalRow,
} from "../storage/enrollments.ts";
import { cancelQueuedMessages, getMessage, hasLeftSince } from "../storage/messages.ts";
import type { EngineParts } from "./engine-parts.ts";
import { loadFacts } from "./load-facts.ts";
import type { KnownFacts } from "./known-facts.ts";

/** What a person did, heard after the decision it was about. */
type LateEvent = Omit<HeardEvent, "messageId"> & { readonly messageId: number | null };

/**
 * Something heard now may have happened before a decision that was made without it. Where that decision would
 * have been another one, the run goes back to it, as long as nothing irreversible followed: no mail left, no
 * action was done, and nobody was moved by hand. Else it is too late. In the caller's transaction.
 */
export function hearLate(
  parts: EngineParts,
  event: LateEvent,
  now: Instant,
): "in time" | "rerouted" | "too late" {
  const { db } = parts;
  if (event.class !== "human" || event.messageId === null) return "in time";
  const heard = { ...event, messageId: event.messageId };
  const enrollmentId = getMessage(db, event.messageId)?.enrollmentId;
  const run =
    enrollmentId === null || enrollmentId === undefined
      ? undefined
      : getEnrollment(db, enrollmentId);
  if (!run) return "in time";
  const journal = listJournal(db, run.id, event.occurredAt);
  const missed = journal.find((row) => wouldHaveChanged(parts, run, row, heard, now));
  if (!missed) return "in time";
  const isDone = journal.some(
    (row) => row.seq > missed.seq && (row.move === "act" || row.move === "by-hand"),
  );
  if (run.state !== "active" || isDone || hasLeftSince(db, run.id, missed.at)) return "too late";

  cancelQueuedMessages(db, run.id, "something heard late changed the way");
  moveEnrollment(
    db,
    run,
    {
      stepId: missed.fromStepId,
      visit: run.visit,
      phase: "ready",
      sinceAt: (JSON.parse(missed.inputs) as KnownFacts).sinceAt,
      wakeAt: now,
      deadlineAt: null,
      hops: 0,
      versionId: run.versionId,
    },
    {
      cause: "reroute",
      move: "reroute",
      fromStepId: run.stepId,
      toStepId: missed.fromStepId,
      reason: `it was heard late that the email was ${event.kind === "replied" ? "answered" : event.kind}`,
      inputs: {},
    },
    now,
  );
  return "rerouted";
}

/** Whether a decision of the journal, made again on what was known and on `event`, is another one. */
function wouldHaveChanged(
  parts: EngineParts,
  run: EnrollmentRow,
  row: JournalRow,
  event: HeardEvent,
  now: Instant,
): boolean {
  const { db } = parts;
  const known = JSON.parse(row.inputs) as Partial<KnownFacts>;
  // What the server answered and who left are no decisions on facts.
  if (row.fromStepId === null || known.sinceAt === undefined || row.move === "wait") return false;
  const { plan } = getVersion(db, row.versionId);
  const place = { stepId: row.fromStepId, sinceAt: known.sinceAt };
  const facts = factsOf(parts, run, known as KnownFacts, now);
  const before = nextMove(plan, place, facts, row.at);
  const after = nextMove(plan, place, { ...facts, events: [...facts.events, event] }, row.at);
  return wayOf(before) !== wayOf(after);
}

function wayOf(move: Move): string {
  switch (move.kind) {
    case "go":
      return `${move.how} ${move.laneId ?? ""} ${move.to ?? ""}`;
    case "act":
      return `act ${move.to ?? ""}`;
    default:
      return move.kind;
  }
}

/** The facts as they were; only what is known of the contact can but be asked today. */
function factsOf(
  parts: EngineParts,
  run: EnrollmentRow,
  known: KnownFacts,
  now: Instant,
): RunFacts {
  const today = loadFacts(parts.db, run, { now, hasInbox: parts.world === "practice" });
  const sentAtById = new Map(known.sent.map(([id, sentAt]) => [id, sentAt]));
  const sent = today.sent.flatMap((message): SentMessage[] => {
    const sentAt = sentAtById.get(message.id);
    return sentAt === undefined ? [] : [{ ...message, sentAt }];
  });
  return {
    ...today,
    zone: known.zone,
    sent,
    events: known.events.map(([messageId, kind, klass, linkId, occurredAt]) => ({
      messageId,
      kind,
      class: klass,
      linkId,
      occurredAt,
    })),
    heardUpTo: known.heardUpTo,
  };
}
