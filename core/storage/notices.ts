import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface NoticeRow {
  readonly id: number;
  readonly at: Instant;
  readonly kind: string;
  readonly text: string;
  /** Where in the app the owner can do something about it. */
  readonly link: string | null;
}

export function addNotice(
  db: WritableDb,
  notice: Pick<NoticeRow, "kind" | "text" | "link">,
  at: Instant,
): void {
  db.run("INSERT INTO notice (at, kind, text, link) VALUES (?, ?, ?, ?)", [
    at,
    notice.kind,
    notice.text,
    notice.link,
  ]);
}

/** What the owner has not read yet, newest first. */
export function listUnseenNotices(db: ReadableDb): NoticeRow[] {
  return db.all<NoticeRow>(
    "SELECT id, at, kind, text, link FROM notice WHERE seen_at IS NULL ORDER BY id DESC LIMIT 20",
  );
}

export function markNoticeSeen(db: WritableDb, id: number, at: Instant): void {
  db.run("UPDATE notice SET seen_at = ? WHERE id = ?", [at, id]);
}
