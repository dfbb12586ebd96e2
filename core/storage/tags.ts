import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";
import { recordEvent } from "./events.ts";

/** `quiet` changes update segments without starting campaigns. */
export type DirtyCause = "change" | "quiet";

/** Asks the engine to look at the contact again. A quiet mark never hushes a loud one. */
export function markDirty(db: WritableDb, contactId: number, cause: DirtyCause): void {
  db.run(
    `INSERT INTO dirty_contact (contact_id, cause) VALUES (?, ?)
     ON CONFLICT (contact_id) DO UPDATE SET cause = CASE WHEN cause = 'change' THEN cause ELSE excluded.cause END`,
    [contactId, cause],
  );
}

/** True where the contact did not have the tag. A quiet one starts nothing. */
export function addTag(
  db: WritableDb,
  contactId: number,
  tag: string,
  at: Instant,
  options: { readonly isQuiet: boolean; readonly uid: string },
): boolean {
  const { changes } = db.run(
    "INSERT INTO contact_tag (contact_id, tag, added_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    [contactId, tag, at],
  );
  if (changes === 0) return false;
  recordEvent(db, {
    contactId,
    occurredAt: at,
    receivedAt: at,
    kind: "tag-added",
    uid: options.uid,
    state: options.isQuiet ? "done" : "new",
    data: { tag },
  });
  touch(db, contactId, at, options.isQuiet ? "quiet" : "change");
  return true;
}

export function removeTag(db: WritableDb, contactId: number, tag: string, at: Instant): boolean {
  const { changes } = db.run("DELETE FROM contact_tag WHERE contact_id = ? AND tag = ?", [
    contactId,
    tag,
  ]);
  if (changes > 0) noteChange(db, contactId, "tag-removed", { tag }, at);
  return changes > 0;
}

/**
 * Writes down a change of a contact for its story, and asks the engine to look at it again; it may start campaigns,
 * a quiet one starts none.
 */
export function noteChange(
  db: WritableDb,
  contactId: number,
  kind: "tag-removed" | "stage-changed" | "field-changed" | "status-changed" | "snoozed",
  data: unknown,
  at: Instant,
  { isQuiet = false }: { readonly isQuiet?: boolean } = {},
): void {
  touch(db, contactId, at, isQuiet ? "quiet" : "change");
  const n = db.get<{ n: number }>("SELECT coalesce(max(id), 0) + 1 AS n FROM event")?.n ?? 1;
  recordEvent(db, {
    contactId,
    occurredAt: at,
    receivedAt: at,
    kind,
    // Changes are our own word, heard nowhere else, so their place in the log is name enough.
    uid: `${kind}:${n}`,
    state: isQuiet ? "done" : "new",
    data,
  });
}

function touch(db: WritableDb, contactId: number, at: Instant, cause: DirtyCause): void {
  db.run("UPDATE contact SET updated_at = ? WHERE id = ?", [at, contactId]);
  markDirty(db, contactId, cause);
}

export function listTags(db: ReadableDb): { tag: string; contacts: number }[] {
  return db.all("SELECT tag, count(*) AS contacts FROM contact_tag GROUP BY tag ORDER BY tag");
}
