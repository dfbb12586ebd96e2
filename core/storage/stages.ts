import { CallFailed } from "../contract/failure.ts";
import type { ReadableDb, WritableDb } from "./db.ts";
import { usesOfId } from "./uses-of-id.ts";

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

/**
 * Saves the whole list in order. Throws `CallFailed` where two stages have one name, and where a stage is left out
 * that has people in it or that something stands on.
 */
export function saveStages(
  db: WritableDb,
  stages: readonly { readonly id: string; readonly name: string }[],
  makeId: () => string,
): void {
  const names = new Set<string>();
  for (const { name } of stages) {
    if (name.trim() === "")
      throw new CallFailed({ code: "invalid", message: "Please name every stage." });
    // An import knows a stage by its name, whatever the case.
    const folded = name.trim().toLowerCase();
    if (names.has(folded))
      throw new CallFailed({
        code: "invalid",
        message: `There are two stages named “${name.trim()}”. Give one of them another name.`,
      });
    names.add(folded);
  }
  db.transaction(() => {
    const kept = new Set(stages.map((stage) => stage.id));
    for (const stage of listStages(db)) {
      if (kept.has(stage.id)) continue;
      refuseUsed(db, stage);
      db.run("DELETE FROM stage WHERE id = ?", [stage.id]);
    }
    for (const [position, stage] of stages.entries())
      db.run(
        `INSERT INTO stage (id, name, position) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position`,
        [stage.id || makeId(), stage.name.trim(), position],
      );
  });
}

function refuseUsed(db: ReadableDb, stage: StageRow): void {
  if (stage.contacts > 0 || db.get("SELECT 1 FROM contact WHERE stage_id = ? LIMIT 1", [stage.id]))
    throw new CallFailed({
      code: "conflict",
      message: `The stage “${stage.name}” has ${stage.contacts > 0 ? "contacts" : "archived contacts"} in it. Move them to another stage first.`,
    });
  const uses = usesOfId(db, stage.id);
  if (uses.length > 0)
    throw new CallFailed({
      code: "conflict",
      message: `The stage “${stage.name}” is used by ${uses.slice(0, 3).join(", ")}. Change that first.`,
    });
}
