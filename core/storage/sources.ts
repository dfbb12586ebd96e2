import { DAY, type Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

/** Where events are heard. There is at most one relay, with the id "relay". */
export interface SourceRow {
  readonly id: string;
  readonly kind: string;
  readonly url: string | null;
  readonly sealedKey: string | null;
  readonly epoch: string | null;
  readonly cursor: number;
  readonly watermark: Instant;
  readonly clockOffset: number;
  readonly lastHeardAt: Instant | null;
  readonly lastProblem: string | null;
}

const COLUMNS = `id, kind, url, sealed_key AS sealedKey, epoch, cursor, watermark, clock_offset AS clockOffset,
  last_heard_at AS lastHeardAt, last_problem AS lastProblem`;

export function getSource(db: ReadableDb, id: string): SourceRow | undefined {
  return db.get<SourceRow>(`SELECT ${COLUMNS} FROM source WHERE id = ?`, [id]);
}

/** Sets the relay's address and key; another relay starts from its beginning. */
export function saveRelaySource(db: WritableDb, url: string, sealedKey: string): void {
  db.run(
    `INSERT INTO source (id, kind, url, sealed_key) VALUES ('relay', 'relay', ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       cursor = CASE WHEN url = excluded.url THEN cursor ELSE 0 END,
       epoch = CASE WHEN url = excluded.url THEN epoch ELSE NULL END,
       url = excluded.url, sealed_key = excluded.sealed_key, last_problem = NULL`,
    [url, sealedKey],
  );
}

export function removeSource(db: WritableDb, id: string): void {
  db.run("DELETE FROM source WHERE id = ?", [id]);
}

export interface Heard {
  readonly epoch: string;
  readonly cursor: number;
  /** Null while a page was not the last one. */
  readonly watermark: Instant | null;
  readonly clockOffset: number;
  readonly at: Instant;
}

/** No marketing mail leaves while a configured relay has not been heard for this long. */
const DEAF_LIMIT = DAY;

/** True where there is a relay that was never heard, or not for a day: unsubscribes may wait there. */
export function isDeaf(db: ReadableDb, now: Instant): boolean {
  const relay = getSource(db, "relay");
  return (
    relay !== undefined && (relay.lastHeardAt === null || relay.lastHeardAt < now - DEAF_LIMIT)
  );
}

/**
 * Moves the cursor, in the transaction that stored the page's events. The watermark goes back only with the
 * clock: what was heard under a clock that ran ahead says nothing about the time it pretended to be.
 */
export function saveHeard(db: WritableDb, id: string, heard: Heard): void {
  db.run(
    `UPDATE source SET epoch = ?, cursor = ?, watermark = coalesce(?, watermark), clock_offset = ?,
       last_heard_at = ?, last_problem = NULL WHERE id = ?`,
    [heard.epoch, heard.cursor, heard.watermark, heard.clockOffset, heard.at, id],
  );
}

/** The source is heard again from its beginning; nothing it tells twice counts twice. */
export function forgetHeard(db: WritableDb, id: string): void {
  db.run("UPDATE source SET cursor = 0, watermark = 0, last_heard_at = NULL WHERE id = ?", [id]);
}

export function saveSourceProblem(db: WritableDb, id: string, problem: string): void {
  db.run("UPDATE source SET last_problem = ? WHERE id = ?", [problem, id]);
}
