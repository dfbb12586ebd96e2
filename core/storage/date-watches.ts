import { must } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";
import { ruleContext } from "./match-rule.ts";
import { compileSegment } from "./segment-query.ts";

/** An entry of a published campaign that goes by the calendar. */
export interface WatchRow {
  readonly id: number;
  readonly campaignId: string;
  /** The entry as JSON. */
  readonly entryText: string;
  /** A zone's name, or whose clocks are meant. */
  readonly clock: string;
  readonly sinceAt: Instant;
  readonly filledTo: number | null;
}

export function listWatchRows(db: ReadableDb): WatchRow[] {
  return db.all<WatchRow>(
    `SELECT id, campaign_id AS campaignId, entry AS entryText, zone AS clock, since_at AS sinceAt, filled_to AS filledTo FROM date_watch ORDER BY id`,
  );
}

export function addWatch(
  db: WritableDb,
  watch: Pick<WatchRow, "campaignId" | "entryText" | "clock" | "sinceAt">,
): void {
  db.run("INSERT INTO date_watch (campaign_id, entry, zone, since_at) VALUES (?, ?, ?, ?)", [
    watch.campaignId,
    watch.entryText,
    watch.clock,
    watch.sinceAt,
  ]);
}

/** Reads the watch's entry on another clock. */
export function changeWatch(
  db: WritableDb,
  id: number,
  { clock, sinceAt, filledTo }: Pick<WatchRow, "clock" | "sinceAt" | "filledTo">,
): void {
  db.run("UPDATE date_watch SET zone = ?, since_at = ?, filled_to = ? WHERE id = ?", [
    clock,
    sinceAt,
    filledTo,
    id,
  ]);
}

/** Removes a watch and what is due by it, so many rows at a time. True where it is gone. */
export function removeWatch(db: WritableDb, id: number, limit: number): boolean {
  return db.transaction(() => {
    const { changes } = db.run(
      `DELETE FROM date_due WHERE watch_id = :id
         AND contact_id IN (SELECT contact_id FROM date_due WHERE watch_id = :id LIMIT :limit)`,
      { id, limit },
    );
    if (changes === limit) return false;
    db.run("DELETE FROM date_watch WHERE id = ?", [id]);
    return true;
  });
}

export function setFilledTo(db: WritableDb, id: number, filledTo: number | null): void {
  db.run("UPDATE date_watch SET filled_to = ? WHERE id = ?", [filledTo, id]);
}

/** A contact as far as dates go. */
export interface DatedContact {
  readonly id: number;
  readonly zone: string | null;
  readonly value: unknown;
}

const DATED = `SELECT id, zone, json_extract(fields, '$."' || :field || '"') AS value FROM contact`;

/** Contacts behind `afterId`, by id, whatever is in the field. */
export function listDated(
  db: ReadableDb,
  field: string,
  afterId: number,
  limit: number,
): DatedContact[] {
  return db.all<DatedContact>(`${DATED} WHERE id > :afterId ORDER BY id LIMIT :limit`, {
    field,
    afterId,
    limit,
  });
}

export function getDated(db: ReadableDb, field: string, id: number): DatedContact | undefined {
  return db.get<DatedContact>(`${DATED} WHERE id = :id`, { field, id });
}

export function getDueAt(db: ReadableDb, watchId: number, contactId: number): Instant | undefined {
  return db.get<{ at: Instant }>(
    "SELECT due_at AS at FROM date_due WHERE watch_id = ? AND contact_id = ?",
    [watchId, contactId],
  )?.at;
}

/** Undefined: nothing is due for the contact any more. */
export function setDueAt(
  db: WritableDb,
  watchId: number,
  contactId: number,
  dueAt: Instant | undefined,
): void {
  if (dueAt === undefined)
    db.run("DELETE FROM date_due WHERE watch_id = ? AND contact_id = ?", [watchId, contactId]);
  else
    db.run(
      `INSERT INTO date_due (watch_id, contact_id, due_at) VALUES (?, ?, ?)
       ON CONFLICT (watch_id, contact_id) DO UPDATE SET due_at = excluded.due_at`,
      [watchId, contactId, dueAt],
    );
}

export const DUE_DATES_SQL = `SELECT contact_id AS contactId, due_at AS dueAt FROM date_due
  WHERE watch_id = :watchId AND due_at <= :now ORDER BY due_at, contact_id LIMIT :limit`;

export function listDueDates(
  db: ReadableDb,
  watchId: number,
  now: Instant,
  limit: number,
): { readonly contactId: number; readonly dueAt: Instant }[] {
  return db.all(DUE_DATES_SQL, { watchId, now, limit });
}

export const NEXT_DATE_SQL =
  "SELECT due_at AS at FROM date_due WHERE watch_id = :watchId ORDER BY due_at LIMIT 1";

export function nextDueDate(db: ReadableDb, watchId: number): Instant | null {
  return db.get<{ at: Instant }>(NEXT_DATE_SQL, { watchId })?.at ?? null;
}

/** Live campaigns a contact will come into by a date. */
export function listComing(
  db: ReadableDb,
  contactId: number,
): { readonly at: Instant; readonly campaignId: string; readonly name: string }[] {
  return db.all(
    `SELECT d.due_at AS at, c.id AS campaignId, c.name FROM date_due d JOIN date_watch w ON w.id = d.watch_id
       JOIN campaign c ON c.id = w.campaign_id WHERE d.contact_id = ? AND c.state = 'live'`,
    [contactId],
  );
}

/** Subscribed people who have a date in the field, and those of them whose date is before `day`, "yyyy-mm-dd". */
export function countDated(
  db: ReadableDb,
  field: string,
  day: string,
): { readonly people: number; readonly before: number } {
  return must(
    db.get<{ people: number; before: number }>(
      `SELECT count(*) AS people, coalesce(sum(value < :day), 0) AS before FROM
         (SELECT json_extract(fields, '$."' || :field || '"') AS value FROM contact WHERE status = 'subscribed')
       WHERE value IS NOT NULL`,
      { field, day },
    ),
  );
}

/** Everyone who is in the segment now is due, archived contacts left out. */
export function setSegmentDue(
  db: WritableDb,
  watchId: number,
  segmentId: string,
  dueAt: Instant,
  now: Instant,
): void {
  const rule = { kind: "in-segment", test: "is", segmentId } as const;
  const { where, params } = compileSegment(rule, ruleContext(db, now));
  db.run(
    `INSERT INTO date_due (watch_id, contact_id, due_at)
     SELECT ?, c.id, ? FROM contact c WHERE c.status <> 'archived' AND (${where})`,
    [watchId, dueAt, ...params],
  );
}
