import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface PracticeMailRow {
  readonly id: number;
  readonly at: Instant;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly isRead: boolean;
}

interface Stored extends Omit<PracticeMailRow, "isRead"> {
  readonly isRead: number;
}

const COLUMNS = `id, at, to_address AS "to", from_address AS "from", subject, is_read AS isRead`;

export function addPracticeMail(
  db: WritableDb,
  mail: {
    readonly to: string;
    readonly from: string;
    readonly subject: string;
    readonly token: string | null;
    readonly raw: Uint8Array;
  },
  at: Instant,
): void {
  db.run(
    "INSERT INTO practice_mail (at, to_address, from_address, token, subject, raw) VALUES (?, ?, ?, ?, ?, ?)",
    [at, mail.to, mail.from, mail.token, mail.subject, mail.raw],
  );
}

/** Newest first; `to` is a part of the recipient's address. */
export function listPracticeMails(
  db: ReadableDb,
  input: { readonly to: string | null; readonly offset: number; readonly limit: number },
): { total: number; rows: PracticeMailRow[] } {
  const { to, offset, limit } = input;
  const total =
    db.get<{ n: number }>(
      "SELECT count(*) AS n FROM practice_mail WHERE ? IS NULL OR instr(lower(to_address), lower(?)) > 0",
      [to, to],
    )?.n ?? 0;
  const rows = db.all<Stored>(
    `SELECT ${COLUMNS} FROM practice_mail WHERE ? IS NULL OR instr(lower(to_address), lower(?)) > 0 ORDER BY id DESC LIMIT ? OFFSET ?`,
    [to, to, limit, offset],
  );
  return { total, rows: rows.map((row) => ({ ...row, isRead: row.isRead === 1 })) };
}

export function getPracticeMail(
  db: ReadableDb,
  id: number,
): (PracticeMailRow & { readonly raw: Uint8Array; readonly token: string | null }) | undefined {
  const row = db.get<Stored & { raw: Uint8Array; token: string | null }>(
    `SELECT ${COLUMNS}, raw, token FROM practice_mail WHERE id = ?`,
    [id],
  );
  return row && { ...row, isRead: row.isRead === 1 };
}

export function markPracticeMailRead(db: WritableDb, id: number): void {
  db.run("UPDATE practice_mail SET is_read = 1 WHERE id = ?", [id]);
}

export function countPracticeMails(db: ReadableDb): { mails: number; unread: number } {
  return (
    db.get(
      "SELECT count(*) AS mails, coalesce(sum(is_read = 0), 0) AS unread FROM practice_mail",
    ) ?? { mails: 0, unread: 0 }
  );
}
