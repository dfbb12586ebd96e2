import type { ReadableDb, WritableDb } from "./db.ts";

/** Facts about this database itself, as text. */
export function getMeta(db: ReadableDb, key: string): string | undefined {
  return db.get<{ value: string }>("SELECT value FROM meta WHERE key = ?", [key])?.value;
}

export function saveMeta(db: WritableDb, key: string, value: string): void {
  db.run(
    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    [key, value],
  );
}
