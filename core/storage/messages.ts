import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export type MessageState =
  | "queued"
  | "in_flight"
  | "sent"
  | "uncertain"
  | "failed"
  | "cancelled"
  | "expired";

export interface MessageRow {
  readonly id: number;
  readonly idemKey: string;
  readonly token: string;
  readonly kind: "campaign" | "test";
  readonly campaignId: string | null;
  readonly enrollmentId: number | null;
  readonly contactId: number | null;
  readonly stepId: string | null;
  readonly visit: number | null;
  readonly reportStepId: string | null;
  readonly accountId: string | null;
  readonly priority: number;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly plannedAt: Instant;
  readonly notBefore: Instant;
  readonly notAfter: Instant | null;
  readonly attempts: number;
  readonly intentAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly contentRev: number | null;
  readonly isTracked: 0 | 1;
  /** How an uncertain mail was settled: `resent` or `assumed` by the owner, `evidence` by what was heard. */
  readonly resolution: "resent" | "assumed" | "evidence" | null;
  readonly createdAt: Instant;
}

const COLUMNS = `id, idem_key AS idemKey, token, kind, campaign_id AS campaignId, enrollment_id AS enrollmentId,
  contact_id AS contactId, step_id AS stepId, visit, report_step_id AS reportStepId, account_id AS accountId,
  priority, state, reason, planned_at AS plannedAt, not_before AS notBefore, not_after AS notAfter, attempts,
  intent_at AS intentAt, accepted_at AS acceptedAt, content_rev AS contentRev, is_tracked AS isTracked,
  resolution, created_at AS createdAt`;

/** The state a message takes that will not be sent: the one bound, or uncertain as it was. */
const UNLESS_RESENT = "CASE WHEN resolution = 'resent' THEN 'uncertain' ELSE ? END";

export function getMessage(db: ReadableDb, id: number): MessageRow | undefined {
  return db.get<MessageRow>(`SELECT ${COLUMNS} FROM message WHERE id = ?`, [id]);
}

export function getMessageByToken(db: ReadableDb, token: string): MessageRow | undefined {
  return db.get<MessageRow>(`SELECT ${COLUMNS} FROM message WHERE token = ?`, [token]);
}

export interface NewMessage {
  readonly idemKey: string;
  readonly token: string;
  readonly kind: "campaign" | "test";
  readonly campaignId: string | null;
  readonly enrollmentId: number | null;
  readonly contactId: number | null;
  readonly stepId: string | null;
  readonly visit: number | null;
  readonly reportStepId: string | null;
  readonly priority: number;
  readonly plannedAt: Instant;
  readonly notBefore: Instant;
  readonly notAfter: Instant | null;
}

/**
 * The new message's id, or undefined where this intended e-mail exists already. One that was called off before
 * anything of it left is the same intended e-mail, queued once more.
 */
export function addMessage(db: WritableDb, message: NewMessage, at: Instant): number | undefined {
  return db.get<{ id: number }>(
    `INSERT INTO message (idem_key, token, kind, campaign_id, enrollment_id, contact_id, step_id, visit, report_step_id,
       priority, state, planned_at, not_before, not_after, created_at)
     VALUES (:idemKey, :token, :kind, :campaignId, :enrollmentId, :contactId, :stepId, :visit, :reportStepId,
       :priority, 'queued', :plannedAt, :notBefore, :notAfter, :at)
     ON CONFLICT (idem_key) DO UPDATE SET state = 'queued', reason = NULL, priority = excluded.priority,
       planned_at = excluded.planned_at, not_before = excluded.not_before, not_after = excluded.not_after
       WHERE state = 'cancelled' AND intent_at IS NULL
     RETURNING id`,
    { ...message, at },
  )?.id;
}

/** Ready to leave now: of live campaigns, or tests. The tests' class 0 comes first. */
export const READY_SQL = `SELECT m.id FROM message m
  WHERE m.state = 'queued' AND m.not_before <= :now
    AND (m.kind = 'test' OR (SELECT state FROM campaign WHERE id = m.campaign_id) = 'live')
  ORDER BY m.priority, m.not_before, m.id LIMIT :limit`;

export function listReady(db: ReadableDb, now: Instant, limit: number): number[] {
  return db.all<{ id: number }>(READY_SQL, { now, limit }).map((row) => row.id);
}

export function nextQueuedAt(db: ReadableDb): Instant | null {
  return (
    db.get<{ at: Instant | null }>(
      `SELECT min(m.not_before) AS at FROM message m WHERE m.state = 'queued'
         AND (m.kind = 'test' OR (SELECT state FROM campaign WHERE id = m.campaign_id) = 'live')`,
    )?.at ?? null
  );
}

export function countQueued(db: ReadableDb): number {
  return db.get<{ n: number }>("SELECT count(*) AS n FROM message WHERE state = 'queued'")?.n ?? 0;
}

/** X5: only a queued message becomes in flight, once. False where it is not queued any more. */
export function markIntent(
  db: WritableDb,
  id: number,
  intent: {
    readonly bootId: number;
    readonly accountId: string;
    readonly toAddress: string;
    readonly subject: string;
    readonly contentRev: number;
    readonly contentHash: string;
    readonly isTracked: boolean;
  },
  at: Instant,
): boolean {
  const { changes } = db.run(
    `UPDATE message SET state = 'in_flight', attempts = attempts + 1, boot_id = :bootId, intent_at = :at,
       account_id = :accountId, to_address = :toAddress, subject = :subject, content_rev = :contentRev,
       content_hash = :contentHash, is_tracked = :isTracked
     WHERE id = :id AND state = 'queued'`,
    { ...intent, isTracked: intent.isTracked ? 1 : 0, at, id },
  );
  return changes === 1;
}

export function markSent(db: WritableDb, id: number, reply: string, at: Instant): void {
  db.run(
    "UPDATE message SET state = 'sent', accepted_at = ?, reply = ?, reason = NULL WHERE id = ? AND state IN ('in_flight','uncertain')",
    [at, reply, id],
  );
}

/** Only a message in flight can become uncertain. True where it did. */
export function markUncertain(db: WritableDb, id: number, reason: string): boolean {
  return (
    db.run(
      "UPDATE message SET state = 'uncertain', reason = ? WHERE id = ? AND state = 'in_flight'",
      [reason, id],
    ).changes === 1
  );
}

/**
 * A final no: the message will not be sent. One the owner sent again goes back among the uncertain, since its
 * first sending may have arrived.
 */
export function markNotSent(
  db: WritableDb,
  id: number,
  state: "failed" | "cancelled" | "expired",
  reason: string,
  reply: string | null,
): void {
  db.run(
    `UPDATE message SET state = ${UNLESS_RESENT}, reason = ?, reply = coalesce(?, reply)
     WHERE id = ? AND state IN ('queued','in_flight')`,
    [state, reason, reply, id],
  );
}

/** The server said no for now, or we may not send yet: back to the queue until `notBefore`. */
export function requeue(
  db: WritableDb,
  id: number,
  notBefore: Instant,
  reason: string,
  reply: string | null = null,
): void {
  db.run(
    `UPDATE message SET state = 'queued', not_before = ?, reason = ?, reply = coalesce(?, reply),
       intent_at = CASE WHEN state = 'in_flight' AND resolution IS NULL THEN NULL ELSE intent_at END
     WHERE id = ? AND state IN ('queued','in_flight')`,
    [notBefore, reason, reply, id],
  );
}

/** The owner's click on an uncertain mail: send it once more, unless its campaign is stopped. Rows changed, 0 or 1. */
export function queueAgain(db: WritableDb, id: number, at: Instant): number {
  return db.run(
    `UPDATE message SET state = 'queued', not_before = ?, not_after = NULL, resolution = 'resent', reason = NULL
     WHERE id = ? AND state = 'uncertain'
       AND (SELECT state FROM campaign WHERE id = message.campaign_id) IN ('live','paused')`,
    [at, id],
  ).changes;
}

/** An uncertain mail arrived: by the owner's word, or by something heard of it. Rows changed, 0 or 1. */
export function resolveAsSent(db: WritableDb, id: number, by: "assumed" | "evidence"): number {
  return db.run(
    `UPDATE message SET state = 'sent', accepted_at = intent_at, resolution = ?, reason = NULL
     WHERE id = ? AND state = 'uncertain'`,
    [by, id],
  ).changes;
}

export interface MessageListRow {
  readonly id: number;
  readonly contactId: string | null;
  readonly to: string | null;
  readonly subject: string | null;
  readonly campaignId: string | null;
  readonly campaignName: string | null;
  readonly stepId: string | null;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly plannedAt: Instant;
  readonly notBefore: Instant;
  readonly at: Instant | null;
  readonly reply: string | null;
}

/** The mail log, newest first; what waits, in the order it will leave. */
export function listMessageRows(
  db: ReadableDb,
  input: { readonly state: MessageState | null; readonly offset: number; readonly limit: number },
): { total: number; rows: MessageListRow[] } {
  const { state, offset, limit } = input;
  const where = state === null ? "" : "WHERE m.state = :state";
  const params = state === null ? {} : { state };
  const order = state === "queued" ? "m.priority, m.not_before, m.id" : "m.id DESC";
  const total =
    db.get<{ n: number }>(`SELECT count(*) AS n FROM message m ${where}`, params)?.n ?? 0;
  const rows = db.all<MessageListRow>(
    `SELECT m.id, c.uid AS contactId, coalesce(m.to_address, c.address) AS "to", m.subject, m.campaign_id AS campaignId,
       k.name AS campaignName, m.step_id AS stepId, m.state, m.reason, m.planned_at AS plannedAt,
       m.not_before AS notBefore, coalesce(m.accepted_at, m.intent_at) AS at, m.reply
     FROM message m LEFT JOIN contact c ON c.id = m.contact_id LEFT JOIN campaign k ON k.id = m.campaign_id
     ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`,
    { ...params, limit, offset },
  );
  return { total, rows };
}

export function cancelQueuedMessages(db: WritableDb, enrollmentId: number, reason: string): void {
  db.run(
    `UPDATE message SET state = ${UNLESS_RESENT}, reason = ? WHERE enrollment_id = ? AND state = 'queued'`,
    ["cancelled", reason, enrollmentId],
  );
}

/** For a campaign that is stopped: also what the owner had sent again for runs that are over. */
export function cancelCampaignMessages(db: WritableDb, campaignId: string, reason: string): void {
  db.run(
    `UPDATE message SET state = ${UNLESS_RESENT}, reason = ? WHERE campaign_id = ? AND state = 'queued' AND kind = 'campaign'`,
    ["cancelled", reason, campaignId],
  );
}

/** Messages another run of the program left in flight; nobody knows whether they arrived. */
export function listLeftInFlight(db: ReadableDb, bootId: number): MessageRow[] {
  return db.all<MessageRow>(
    `SELECT ${COLUMNS} FROM message WHERE state = 'in_flight' AND boot_id IS NOT ? ORDER BY id`,
    [bootId],
  );
}

/** E-mails of a run that were sent or are taken as sent, oldest first. */
export function listSentOfRun(db: ReadableDb, enrollmentId: number): MessageRow[] {
  return db.all<MessageRow>(
    `SELECT ${COLUMNS} FROM message WHERE enrollment_id = ?
       AND (state IN ('sent','uncertain') OR (resolution = 'resent' AND state IN ('queued','in_flight')))
     ORDER BY intent_at, id`,
    [enrollmentId],
  );
}

/** Whether a mail of the run is between its intent and the server's answer. */
export function isOnItsWay(db: ReadableDb, enrollmentId: number): boolean {
  return (
    db.get("SELECT 1 FROM message WHERE enrollment_id = ? AND state = 'in_flight'", [
      enrollmentId,
    ]) !== undefined
  );
}

/** True where an e-mail of the run that was planned since `since` is past the queue: it left, may have, or was refused. */
export function hasLeftSince(db: ReadableDb, enrollmentId: number, since: Instant): boolean {
  return (
    db.get(
      `SELECT 1 FROM message WHERE enrollment_id = ? AND created_at >= ?
         AND (state NOT IN ('queued','cancelled','expired') OR resolution = 'resent') LIMIT 1`,
      [enrollmentId, since],
    ) !== undefined
  );
}

export interface AttemptRow {
  readonly stage: string;
  readonly code: number | null;
  readonly enhanced: string | null;
  readonly outcome: string;
  readonly text: string | null;
}

export function addAttempt(
  db: WritableDb,
  messageId: number,
  attempt: AttemptRow,
  at: Instant,
): void {
  db.run(
    `INSERT INTO attempt (message_id, n, at, stage, code, enhanced, outcome, text)
     VALUES (?, (SELECT coalesce(max(n), 0) + 1 FROM attempt WHERE message_id = ?), ?, ?, ?, ?, ?, ?)`,
    [
      messageId,
      messageId,
      at,
      attempt.stage,
      attempt.code,
      attempt.enhanced,
      attempt.outcome,
      attempt.text,
    ],
  );
}

export function countAttempts(db: ReadableDb, messageId: number): number {
  return (
    db.get<{ n: number }>("SELECT count(*) AS n FROM attempt WHERE message_id = ?", [messageId])
      ?.n ?? 0
  );
}

/** Campaign e-mails handed over to this contact since `since`, oldest first. */
export function listContactIntents(db: ReadableDb, contactId: number, since: Instant): Instant[] {
  return db
    .all<{ at: Instant }>(
      `SELECT intent_at AS at FROM message WHERE contact_id = ? AND intent_at > ? AND kind = 'campaign' ORDER BY intent_at`,
      [contactId, since],
    )
    .map((row) => row.at);
}

/**
 * How many were handed to the account since `since`, counted up to `cap`, and the oldest of the newest
 * `cap`. Rows from a clock that ran ahead count as inside every window.
 */
export function countAccountIntents(
  db: ReadableDb,
  accountId: string,
  since: Instant,
  cap: number,
): { readonly count: number; readonly oldestAt: Instant | null } {
  const row = db.get<{ n: number; oldest: Instant | null }>(
    `SELECT count(*) AS n, min(at) AS oldest FROM (
       SELECT intent_at AS at FROM message WHERE account_id = ? AND intent_at > ? ORDER BY intent_at DESC LIMIT ?)`,
    [accountId, since, cap],
  );
  return { count: row?.n ?? 0, oldestAt: row?.oldest ?? null };
}
