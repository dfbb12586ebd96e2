import { CallFailed } from "../contract/failure.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface StageRow {
  readonly id: string;
  readonly name: string;
  readonly contacts: number;
}

/** The customer journey in its order. */
export function listStages(db: ReadableDb): StageRow[] {
  return db.all<StageRow>(
    `SELECT s.id, s.name, (SELECT count(*) FROM contact WHERE stage_id = s.id AND status <> 'archived') AS contacts
     FROM stage s ORDER BY s.position, s.id`,
  );
}

/** Saves the whole list in order. Throws `CallFailed` where a stage with people in it is left out. */
export function saveStages(
  db: WritableDb,
  stages: readonly { readonly id: string; readonly name: string }[],
  makeId: () => string,
): void {
  db.transaction(() => {
    const kept = new Set(stages.map((stage) => stage.id));
    for (const stage of listStages(db)) {
      if (kept.has(stage.id)) continue;
      if (db.get("SELECT 1 FROM contact WHERE stage_id = ? LIMIT 1", [stage.id]))
        throw new CallFailed({
          code: "conflict",
          message: `The stage “${stage.name}” has contacts in it. Move them to another stage first.`,
        });
      db.run("DELETE FROM stage WHERE id = ?", [stage.id]);
    }
    for (const [position, stage] of stages.entries())
      db.run(
        `INSERT INTO stage (id, name, position) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position`,
        [stage.id || makeId(), stage.name, position],
      );
  });
}
