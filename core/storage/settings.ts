import type { QuietHours } from "../domain/quiet-hours.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface Business {
  readonly name: string;
  readonly postalAddress: string;
  /** IANA zone; the schedule of everyone whose own is not known. */
  readonly zone: string;
}

/** Whose opens and clicks are heard: everyone's, only of people with a recorded consent, or nobody's. */
export type TrackingChoice = "everyone" | "consented" | "nobody";

const UNNAMED: Business = { name: "", postalAddress: "", zone: "UTC" };

function get<T>(db: ReadableDb, key: string, otherwise: T): T {
  const row = db.get<{ value: string }>("SELECT value FROM setting WHERE key = ?", [key]);
  return row ? (JSON.parse(row.value) as T) : otherwise;
}

function save(db: WritableDb, key: string, value: unknown): void {
  db.run(
    "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    [key, JSON.stringify(value)],
  );
}

export function getBusiness(db: ReadableDb): Business {
  return get(db, "business", UNNAMED);
}

export function saveBusiness(db: WritableDb, business: Business): void {
  save(db, "business", business);
}

export function getTracking(db: ReadableDb): TrackingChoice {
  return get<TrackingChoice>(db, "tracking", "everyone");
}

export function saveTracking(db: WritableDb, tracking: TrackingChoice): void {
  save(db, "tracking", tracking);
}

/** Marketing emails one person gets in 24 hours at most, over all campaigns. */
export function getPerContactPerDay(db: ReadableDb): number {
  return get(db, "per_contact_per_day", 3);
}

export function savePerContactPerDay(db: WritableDb, perDay: number): void {
  save(db, "per_contact_per_day", perDay);
}

/** When nobody is mailed, on each contact's own clock; null while there are no such hours. */
export function getQuietHours(db: ReadableDb): QuietHours | null {
  return get<QuietHours | null>(db, "quiet_hours", null);
}

export function saveQuietHours(db: WritableDb, quiet: QuietHours | null): void {
  save(db, "quiet_hours", quiet);
}

/** Everything stands still: no mail leaves until the owner says so. */
export function isPaused(db: ReadableDb): boolean {
  return get(db, "is_paused", false);
}

export function saveIsPaused(db: WritableDb, paused: boolean): void {
  save(db, "is_paused", paused);
}
