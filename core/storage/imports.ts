import { createHash } from "node:crypto";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";
import { markDirty } from "./tags.ts";

export type ImportState =
  | "uploading"
  | "mapping"
  | "running"
  | "done"
  | "cancelled"
  | "failed"
  | "undone";

export interface ImportRow {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  /** What was counted and found, as the import's own code keeps it. */
  readonly counts: string | null;
  readonly problem: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
}

const COLUMNS = `id, file_name AS fileName, state, counts, problem, started_at AS startedAt, ended_at AS endedAt`;

export function addImport(db: WritableDb, id: string, fileName: string, at: Instant): void {
  db.run("INSERT INTO import (id, file_name, state, started_at) VALUES (?, ?, 'uploading', ?)", [
    id,
    fileName,
    at,
  ]);
}

export function getImport(db: ReadableDb, id: string): ImportRow | undefined {
  return db.get<ImportRow>(`SELECT ${COLUMNS} FROM import WHERE id = ?`, [id]);
}

/** Newest first. */
export function listImports(db: ReadableDb): ImportRow[] {
  return db.all<ImportRow>(`SELECT ${COLUMNS} FROM import ORDER BY started_at DESC, id LIMIT 200`);
}

export function saveImport(
  db: WritableDb,
  id: string,
  change: {
    readonly state: ImportState;
    readonly counts: unknown;
    readonly problem: string | null;
    readonly endedAt: Instant | null;
  },
): void {
  db.run("UPDATE import SET state = ?, counts = ?, problem = ?, ended_at = ? WHERE id = ?", [
    change.state,
    JSON.stringify(change.counts),
    change.problem,
    change.endedAt,
    id,
  ]);
}

export function listRunningImports(db: ReadableDb): ImportRow[] {
  return db.all<ImportRow>(`SELECT ${COLUMNS} FROM import WHERE state = 'running'`);
}

/** A contact whole, as it was, with its tags. */
export interface ContactImage {
  readonly address: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly stage_id: string | null;
  readonly zone: string | null;
  readonly zone_guessed: number;
  readonly status: string;
  readonly tracking_consent: number | null;
  readonly consent_source: string | null;
  readonly consent_at: number | null;
  readonly fields: string;
  readonly import_id: string | null;
  readonly updated_at: number;
  readonly tags: readonly string[];
}

export function imageOf(db: ReadableDb, contactId: number): ContactImage | undefined {
  const row = db.get<Omit<ContactImage, "tags"> & { tags: string }>(
    `SELECT address, first_name, last_name, stage_id, zone, zone_guessed, status, tracking_consent, consent_source,
       consent_at, fields, import_id, updated_at,
       (SELECT json_group_array(tag ORDER BY tag) FROM contact_tag WHERE contact_id = contact.id) AS tags
     FROM contact WHERE id = ?`,
    [contactId],
  );
  return row && { ...row, tags: JSON.parse(row.tags) as string[] };
}

/** Changes with the contact, but not with the moment it was last touched. */
export function hashOfImage(image: ContactImage): string {
  const { updated_at: _at, ...rest } = image;
  return createHash("sha1").update(JSON.stringify(rest)).digest("base64");
}

/** Keeps the first image of a contact that an import touches, and the newest state it left it in. */
export function keepImage(
  db: WritableDb,
  importId: string,
  contactId: number,
  before: ContactImage | undefined,
  afterHash: string,
): void {
  db.run(
    `INSERT INTO import_change (import_id, contact_id, before, after_hash) VALUES (?, ?, ?, ?)
     ON CONFLICT (import_id, contact_id) DO UPDATE SET after_hash = excluded.after_hash`,
    [importId, contactId, before ? JSON.stringify(before) : null, afterHash],
  );
}

export function countImages(db: ReadableDb, importId: string): number {
  const row = db.get<{ images: number }>(
    "SELECT count(*) AS images FROM import_change WHERE import_id = ?",
    [importId],
  );
  return row?.images ?? 0;
}

export function listImages(
  db: ReadableDb,
  importId: string,
  limit: number,
): { contactId: number; before: string | null; afterHash: string }[] {
  return db.all(
    "SELECT contact_id AS contactId, before, after_hash AS afterHash FROM import_change WHERE import_id = ? ORDER BY contact_id DESC LIMIT ?",
    [importId, limit],
  );
}

/**
 * Brings one contact back to what it was. False where it was changed since, or has a history of e-mails, and is
 * therefore left. Either way the image is used up.
 */
export function restoreImage(
  db: WritableDb,
  importId: string,
  change: {
    readonly contactId: number;
    readonly before: string | null;
    readonly afterHash: string;
  },
): boolean {
  const { contactId } = change;
  db.run("DELETE FROM import_change WHERE import_id = ? AND contact_id = ?", [importId, contactId]);
  const now = imageOf(db, contactId);
  if (!now || hashOfImage(now) !== change.afterHash) return false;
  if (change.before === null) return removeUntouched(db, contactId);
  const before = JSON.parse(change.before) as ContactImage;
  // Who may not be mailed any more was told so for good; that outlives every undo.
  const { tags, ...columns } = before;
  db.run(
    `UPDATE contact SET address = :address, first_name = :first_name, last_name = :last_name, stage_id = :stage_id,
       zone = :zone, zone_guessed = :zone_guessed, status = :status, tracking_consent = :tracking_consent,
       consent_source = :consent_source, consent_at = :consent_at, fields = :fields, import_id = :import_id,
       updated_at = :updated_at WHERE id = :id`,
    { ...columns, id: contactId },
  );
  db.run(
    "DELETE FROM contact_tag WHERE contact_id = ? AND tag NOT IN (SELECT value FROM json_each(?))",
    [contactId, JSON.stringify(tags)],
  );
  // What the import would still have started it by is taken back with it.
  db.run(
    `UPDATE event SET state = 'done' WHERE contact_id = ? AND state = 'new'
       AND kind IN ('tag-added','stage-changed','field-changed','imported')`,
    [contactId],
  );
  markDirty(db, contactId, "quiet");
  return true;
}

function removeUntouched(db: WritableDb, contactId: number): boolean {
  const isUsed = db.get(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM enrollment WHERE contact_id = :id) OR EXISTS (SELECT 1 FROM message WHERE contact_id = :id)`,
    { id: contactId },
  );
  if (isUsed) return false;
  db.run("DELETE FROM event WHERE contact_id = ?", [contactId]);
  db.run("DELETE FROM segment_member WHERE contact_id = ?", [contactId]);
  db.run("DELETE FROM dirty_contact WHERE contact_id = ?", [contactId]);
  db.run("DELETE FROM contact WHERE id = ?", [contactId]);
  return true;
}
