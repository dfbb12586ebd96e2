import type { LastRun } from "../domain/reentry.ts";
import { assert } from "../shared/assert.ts";
import { HOUR, type Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";
import { cancelQueuedMessages } from "./messages.ts";
import { outcomesOf, tellRunEnd } from "./run-ends.ts";

export type EnrollmentState = "active" | "held" | "done" | "exited" | "failed";
export type Phase = "ready" | "delay" | "await_event" | "await_send";

export interface EnrollmentRow {
  readonly id: number;
  readonly uid: string;
  readonly campaignId: string;
  readonly contactId: number;
  readonly versionId: number;
  readonly runNo: number;
  readonly state: EnrollmentState;
  readonly exitReason: string | null;
  readonly stepId: string | null;
  readonly visit: number;
  readonly phase: Phase | null;
  readonly sinceAt: Instant;
  readonly wakeAt: Instant | null;
  readonly deadlineAt: Instant | null;
  readonly hops: number;
  readonly seq: number;
  readonly enteredAt: Instant;
  readonly endedAt: Instant | null;
  readonly goalAt: Instant | null;
}

const COLUMNS = `id, uid, campaign_id AS campaignId, contact_id AS contactId, version_id AS versionId,
  run_no AS runNo, state, exit_reason AS exitReason, step_id AS stepId, visit, phase, since_at AS sinceAt,
  wake_at AS wakeAt, deadline_at AS deadlineAt, hops, seq, entered_at AS enteredAt, ended_at AS endedAt,
  goal_at AS goalAt`;

export function getEnrollment(db: ReadableDb, id: number): EnrollmentRow | undefined {
  return db.get<EnrollmentRow>(`SELECT ${COLUMNS} FROM enrollment WHERE id = ?`, [id]);
}

/** The run with this outer id. */
export function getEnrollmentByUid(db: ReadableDb, uid: string): EnrollmentRow | undefined {
  return db.get<EnrollmentRow>(`SELECT ${COLUMNS} FROM enrollment WHERE uid = ?`, [uid]);
}

export interface NewEnrollment {
  readonly uid: string;
  readonly campaignId: string;
  readonly contactId: number;
  readonly versionId: number;
  readonly entryKey: string;
  readonly stepId: string | null;
  /** Only one run may be open in each slot. */
  readonly slot: string;
}

/** The new enrollment's id, or undefined where this entry was taken before or a run is still open. */
export function addEnrollment(
  db: WritableDb,
  enrollment: NewEnrollment,
  at: Instant,
): number | undefined {
  const { changes, lastId } = db.run(
    `INSERT INTO enrollment (uid, campaign_id, contact_id, version_id, run_no, entry_key, slot, state, step_id, phase, since_at, wake_at, entered_at)
     SELECT :uid, :campaignId, :contactId, :versionId,
       (SELECT coalesce(max(run_no), 0) + 1 FROM enrollment WHERE campaign_id = :campaignId AND contact_id = :contactId),
       :entryKey, :slot, 'active', :stepId, 'ready', :at, :at, :at
     WHERE NOT EXISTS (SELECT 1 FROM enrollment WHERE campaign_id = :campaignId AND contact_id = :contactId
       AND (entry_key = :entryKey OR (slot = :slot AND state IN ('active','held'))))`,
    { ...enrollment, at },
  );
  return changes === 1 ? lastId : undefined;
}

/** The newest run of a contact through a campaign. */
export function getLastRun(
  db: ReadableDb,
  campaignId: string,
  contactId: number,
): (EnrollmentRow & LastRun) | undefined {
  return db.get<EnrollmentRow & LastRun>(
    `SELECT ${COLUMNS}, (SELECT count(*) FROM enrollment WHERE campaign_id = :campaignId AND contact_id = :contactId
         AND state IN ('active','held')) AS open
     FROM enrollment WHERE campaign_id = :campaignId AND contact_id = :contactId ORDER BY run_no DESC LIMIT 1`,
    { campaignId, contactId },
  );
}

export function hasEntered(
  db: ReadableDb,
  campaignId: string,
  contactId: number,
  entryKey: string,
): boolean {
  return (
    db.get("SELECT 1 FROM enrollment WHERE campaign_id = ? AND contact_id = ? AND entry_key = ?", [
      campaignId,
      contactId,
      entryKey,
    ]) !== undefined
  );
}

/** The terms in `state IN (…) AND state = …` are what lets SQLite use the partial index. */
export const DUE_SQL = `SELECT e.id FROM enrollment e
  WHERE e.state IN ('active','held') AND e.state = 'active' AND e.wake_at IS NOT NULL AND e.wake_at <= :now
    AND (SELECT state FROM campaign WHERE id = e.campaign_id) = 'live'
  ORDER BY e.wake_at, e.id LIMIT :limit`;

export function listDue(db: ReadableDb, now: Instant, limit: number): number[] {
  return db.all<{ id: number }>(DUE_SQL, { now, limit }).map((row) => row.id);
}

export const NEXT_WAKE_SQL = `SELECT e.wake_at AS at, e.phase FROM enrollment e
  WHERE e.state IN ('active','held') AND e.state = 'active' AND e.wake_at IS NOT NULL
    AND (SELECT state FROM campaign WHERE id = e.campaign_id) = 'live'
  ORDER BY e.wake_at, e.id LIMIT 1`;

export function nextWakeAt(db: ReadableDb): Instant | null {
  return db.get<{ at: Instant }>(NEXT_WAKE_SQL)?.at ?? null;
}

/** The earliest instant an email step's delay ends; what the screen calls the next send. */
export function nextPlannedSendAt(db: ReadableDb): Instant | null {
  return (
    db.get<{ at: Instant }>(
      `SELECT e.wake_at AS at FROM enrollment e
       WHERE e.state IN ('active','held') AND e.state = 'active' AND e.wake_at IS NOT NULL AND e.phase = 'delay'
         AND (SELECT state FROM campaign WHERE id = e.campaign_id) = 'live'
       ORDER BY e.wake_at, e.id LIMIT 1`,
    )?.at ?? null
  );
}

export function listOpenEnrollments(db: ReadableDb, contactId: number): EnrollmentRow[] {
  return db.all<EnrollmentRow>(
    `SELECT ${COLUMNS} FROM enrollment WHERE contact_id = ? AND state IN ('active','held') ORDER BY id`,
    [contactId],
  );
}

/** Every run of a contact, newest first. */
export function listEnrollments(db: ReadableDb, contactId: number): EnrollmentRow[] {
  return db.all<EnrollmentRow>(
    `SELECT ${COLUMNS} FROM enrollment WHERE contact_id = ? ORDER BY id DESC`,
    [contactId],
  );
}

/** Lets the contact's waiting runs look at their facts again now. */
export function wakeWaitingRuns(db: WritableDb, contactId: number, now: Instant): void {
  db.run(
    `UPDATE enrollment SET wake_at = ? WHERE contact_id = ? AND state IN ('active','held') AND state = 'active'
       AND phase IN ('await_event','delay') AND wake_at > ?`,
    [now, contactId, now],
  );
}

/** Lets the contact's runs that wait out a time at one of `stepIds` look again when that is. */
export function wakeRunsAt(
  db: WritableDb,
  contactId: number,
  stepIds: readonly string[],
  now: Instant,
): void {
  db.run(
    `UPDATE enrollment SET wake_at = :now WHERE contact_id = :contactId AND state IN ('active','held')
       AND state = 'active' AND phase = 'delay' AND wake_at > :now
       AND step_id IN (SELECT value FROM json_each(:stepIds))`,
    { contactId, stepIds: JSON.stringify(stepIds), now },
  );
}

/**
 * Lets every run whose deadline is heard past look at its facts now. None of them looks again later than in an hour,
 * so that no others are walked through.
 */
export function wakeUndecidedRuns(db: WritableDb, heardPast: Instant, now: Instant): void {
  db.run(
    `UPDATE enrollment SET wake_at = :now WHERE state IN ('active','held') AND state = 'active'
       AND wake_at > :now AND wake_at <= :now + ${HOUR} AND phase = 'await_event' AND deadline_at <= :heardPast`,
    { now, heardPast },
  );
}

/** A row of a run's journal, with what was known when it was decided. */
export interface JournalRow {
  readonly seq: number;
  readonly at: Instant;
  readonly move: string;
  readonly fromStepId: string | null;
  readonly inputs: string;
  readonly versionId: number;
}

/** What was decided of a run since `since`, oldest first. */
export function listJournal(db: ReadableDb, enrollmentId: number, since: Instant): JournalRow[] {
  return db.all<JournalRow>(
    `SELECT seq, at, move, from_step_id AS fromStepId, inputs, version_id AS versionId FROM decision
     WHERE enrollment_id = ? AND at >= ? ORDER BY seq`,
    [enrollmentId, since],
  );
}

/** How often the run made this move at this step. */
export function countMoves(
  db: ReadableDb,
  enrollmentId: number,
  stepId: string,
  move: string,
): number {
  return (
    db.get<{ n: number }>(
      "SELECT count(*) AS n FROM decision WHERE enrollment_id = ? AND from_step_id = ? AND move = ?",
      [enrollmentId, stepId, move],
    )?.n ?? 0
  );
}

export interface PlaceChange {
  readonly stepId: string | null;
  readonly visit: number;
  readonly phase: Phase | null;
  readonly sinceAt: Instant;
  readonly wakeAt: Instant | null;
  readonly deadlineAt: Instant | null;
  readonly hops: number;
  readonly versionId: number;
  readonly state?: EnrollmentState;
  readonly exitReason?: string | null;
  readonly endedAt?: Instant | null;
}

export interface Decision {
  readonly cause: string;
  readonly move: string;
  readonly fromStepId: string | null;
  readonly toStepId: string | null;
  readonly laneId?: string | null;
  /** A clause fit for "why". */
  readonly reason: string;
  /** What was known, as JSON. */
  readonly inputs: unknown;
}

/**
 * Moves a run and writes the journal row, in the caller's transaction. The change only holds for the
 * sequence number it was decided on; anything else is a bug in who decides.
 */
export function moveEnrollment(
  db: WritableDb,
  run: EnrollmentRow,
  change: PlaceChange,
  decision: Decision,
  at: Instant,
): void {
  assert(db.inTransaction, "a run is moved in the transaction of its cause");
  const { changes } = db.run(
    `UPDATE enrollment SET state = :state, exit_reason = :exitReason, step_id = :stepId, visit = :visit, phase = :phase,
       since_at = :sinceAt, wake_at = :wakeAt, deadline_at = :deadlineAt, hops = :hops, version_id = :versionId,
       ended_at = :endedAt, seq = seq + 1
     WHERE id = :id AND seq = :seq`,
    { state: "active", exitReason: null, endedAt: null, ...change, id: run.id, seq: run.seq },
  );
  assert(changes === 1, `enrollment ${run.id} moved under our feet`);
  db.run(
    `INSERT INTO decision (enrollment_id, seq, at, cause, move, from_step_id, to_step_id, lane_id, reason, inputs, version_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      run.id,
      run.seq + 1,
      at,
      decision.cause,
      decision.move,
      decision.fromStepId,
      decision.toStepId,
      decision.laneId ?? null,
      decision.reason,
      JSON.stringify(decision.inputs),
      change.versionId,
    ],
  );
}

/** Only looks again later; nothing was decided, so nothing is journalled. */
export function postponeWake(db: WritableDb, id: number, wakeAt: Instant): void {
  db.run("UPDATE enrollment SET wake_at = ? WHERE id = ?", [wakeAt, id]);
}

export function endEnrollment(
  db: WritableDb,
  run: EnrollmentRow,
  end: {
    readonly state: "done" | "exited" | "failed";
    readonly reason: string;
    readonly cause: string;
  },
  at: Instant,
): void {
  cancelQueuedMessages(db, run.id, end.reason);
  moveEnrollment(
    db,
    run,
    {
      stepId: run.stepId,
      visit: run.visit,
      phase: null,
      sinceAt: run.sinceAt,
      wakeAt: null,
      deadlineAt: null,
      hops: run.hops,
      versionId: run.versionId,
      state: end.state,
      exitReason: end.state === "done" ? null : end.reason,
      endedAt: at,
    },
    {
      cause: end.cause,
      move: end.state === "done" ? "end" : "exit",
      fromStepId: run.stepId,
      toStepId: null,
      reason: end.reason,
      inputs: {},
    },
    at,
  );
  tellRunEnd(db, run, outcomesOf(end.state, end.cause === "goal"), at);
}

/** Ends every open run of a contact and cancels what is queued for them. `reason` is a clause for "why". */
export function exitOpenEnrollments(
  db: WritableDb,
  contactId: number,
  reason: string,
  at: Instant,
): void {
  db.transaction(() => {
    for (const run of listOpenEnrollments(db, contactId))
      endEnrollment(db, run, { state: "exited", reason, cause: reason }, at);
  });
}
