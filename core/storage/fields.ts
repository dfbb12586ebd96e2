import { CallFailed } from "../contract/failure.ts";
import { builtInFields, type FieldType } from "../domain/field.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface FieldRow {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
}

const NOUNS: Readonly<Record<FieldType, string>> = {
  text: "text",
  number: "numbers",
  date: "dates",
  boolean: "yes or no",
};

export function listFields(db: ReadableDb): FieldRow[] {
  return db.all<FieldRow>("SELECT key, label, type FROM field ORDER BY position, key");
}

export function fieldTypesOf(db: ReadableDb): ReadonlyMap<string, FieldType> {
  return new Map(listFields(db).map(({ key, type }) => [key, type]));
}

/**
 * Adds a field, or gives the one with this key another label. Throws `CallFailed` where its type would change,
 * because values and rules stand on it, and where every contact has such a field anyway.
 */
export function saveField(db: WritableDb, field: FieldRow): void {
  const builtIn = builtInFields.get(field.key);
  if (builtIn !== undefined)
    throw new CallFailed({
      code: "conflict",
      message: `Every contact has the field “${builtIn}” already. Choose another name.`,
    });
  const known = listFields(db).find(({ key }) => key === field.key);
  if (known && known.type !== field.type)
    throw new CallFailed({
      code: "conflict",
      message: `There is a field “${known.label}” already, and it holds ${NOUNS[known.type]}. Choose another name.`,
    });
  db.run(
    `INSERT INTO field (key, label, type, position)
     VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM field))
     ON CONFLICT (key) DO UPDATE SET label = excluded.label`,
    [field.key, field.label, field.type],
  );
}
