import { segmentRuleSchema } from "../domain/segment-schema.ts";
import type { SegmentRule } from "../domain/segment.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface GoalRow {
  readonly id: string;
  readonly name: string;
  /** True of a contact: the goal is reached. Null: nobody has said yet what it is. */
  readonly rule: SegmentRule | null;
  readonly windowDays: number;
  readonly valueCents: number;
}

export function listGoals(db: ReadableDb): GoalRow[] {
  return db
    .all<Omit<GoalRow, "rule"> & { rule: string | null }>(
      "SELECT id, name, rule, window_days AS windowDays, value_cents AS valueCents FROM goal ORDER BY position, id",
    )
    .map((row) => ({
      ...row,
      rule: row.rule === null ? null : segmentRuleSchema.parse(JSON.parse(row.rule)),
    }));
}

export function saveGoal(db: WritableDb, goal: GoalRow): void {
  db.run(
    `INSERT INTO goal (id, name, rule, window_days, value_cents, position)
     VALUES (:id, :name, :rule, :windowDays, :valueCents, (SELECT coalesce(max(position), 0) + 1 FROM goal))
     ON CONFLICT (id) DO UPDATE SET name = :name, rule = :rule, window_days = :windowDays, value_cents = :valueCents`,
    { ...goal, rule: goal.rule === null ? null : JSON.stringify(goal.rule) },
  );
  // Who is on the way to it may have reached it by its new words already.
  db.run(
    `INSERT INTO dirty_contact (contact_id, cause)
     SELECT DISTINCT e.contact_id, 'quiet' FROM campaign c JOIN enrollment e ON e.campaign_id = c.id
     WHERE c.goal_id = ? AND e.goal_at IS NULL ON CONFLICT DO NOTHING`,
    [goal.id],
  );
}

/** The campaign that is for this goal, if any. */
export function campaignOfGoal(db: ReadableDb, id: string): { readonly name: string } | undefined {
  return db.get("SELECT name FROM campaign WHERE goal_id = ? LIMIT 1", [id]);
}

export function removeGoal(db: WritableDb, id: string): void {
  db.run("DELETE FROM goal WHERE id = ?", [id]);
}
