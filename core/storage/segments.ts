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
  db.run(
    `INSERT INTO segment (id, name, rule, created_at, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, rule = excluded.rule, updated_at = excluded.updated_at`,
    [segment.id, segment.name, JSON.stringify(segment.rule), at, at],
  );
  // Whoever joins or leaves by the new rule is found by looking at everyone again, without starting anybody.
  if (db.get("SELECT 1 FROM segment_member WHERE segment_id = ? LIMIT 1", [segment.id]))
    db.run(
      "INSERT INTO dirty_contact (contact_id, cause) SELECT id, 'quiet' FROM contact WHERE true ON CONFLICT DO NOTHING",
    );
}

/** What stands on a segment, in words; empty where it can go. */
export function usesOfSegment(db: ReadableDb, id: string): string[] {
  const campaigns = db.all<{ name: string }>(
    "SELECT name FROM campaign WHERE segment_id = :id OR instr(draft, :quoted) > 0 ORDER BY name",
    { id, quoted: JSON.stringify(id) },
  );
  const segments = db.all<{ name: string }>(
    "SELECT name FROM segment WHERE id <> ? AND instr(rule, ?) > 0 ORDER BY name",
    [id, JSON.stringify(id)],
  );
  return [
    ...campaigns.map((row) => `the campaign “${row.name}”`),
    ...segments.map((row) => `the segment “${row.name}”`),
  ];
}

export function removeSegment(db: WritableDb, id: string): void {
  db.run("DELETE FROM segment_member WHERE segment_id = ?", [id]);
  db.run("DELETE FROM segment WHERE id = ?", [id]);
}
