import { segmentRuleSchema } from "../domain/segment-schema.ts";
import type { SegmentRule } from "../domain/segment.ts";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface SegmentRow {
  readonly id: string;
  readonly name: string;
  readonly rule: SegmentRule;
}

function parse(row: { id: string; name: string; rule: string }): SegmentRow {
  return { ...row, rule: segmentRuleSchema.parse(JSON.parse(row.rule)) };
}

export function listSegments(db: ReadableDb): SegmentRow[] {
  return db
    .all<{ id: string; name: string; rule: string }>(
      "SELECT id, name, rule FROM segment ORDER BY created_at, id",
    )
    .map(parse);
}

export function getSegment(db: ReadableDb, id: string): SegmentRow | undefined {
  const row = db.get<{ id: string; name: string; rule: string }>(
    "SELECT id, name, rule FROM segment WHERE id = ?",
    [id],
  );
  return row && parse(row);
}

export function saveSegment(db: WritableDb, segment: SegmentRow, at: Instant): void {
  // Whoever joins or leaves by the new rule is found by looking at everyone again, without starting anybody.
  // A live campaign may watch another segment that stands on this one.
  const isNew = getSegment(db, segment.id) === undefined;
  db.run(
    `INSERT INTO segment (id, name, rule, created_at, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, rule = excluded.rule, updated_at = excluded.updated_at`,
    [segment.id, segment.name, JSON.stringify(segment.rule), at, at],
  );
  if (!isNew && db.get("SELECT 1 FROM campaign WHERE live_version_id IS NOT NULL LIMIT 1"))
    db.run(
      "INSERT INTO dirty_contact (contact_id, cause) SELECT id, 'quiet' FROM contact WHERE true ON CONFLICT DO NOTHING",
    );
}

export function removeSegment(db: WritableDb, id: string): void {
  db.run("DELETE FROM segment_member WHERE segment_id = ?", [id]);
  db.run("DELETE FROM segment WHERE id = ?", [id]);
}
