import type { FieldType } from "../domain/field.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface FieldRow {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
}

export function listFields(db: ReadableDb): FieldRow[] {
  return db.all<FieldRow>("SELECT key, label, type FROM field ORDER BY position, key");
}

/** Adds a field, or gives the one with this key another label. Its type stays, because values depend on it. */
export function saveField(db: WritableDb, field: FieldRow): void {
  db.run(
    `INSERT INTO field (key, label, type, position)
     VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM field))
     ON CONFLICT (key) DO UPDATE SET label = excluded.label`,
    [field.key, field.label, field.type],
  );
}
