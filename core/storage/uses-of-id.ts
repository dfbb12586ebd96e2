import type { ReadableDb } from "./db.ts";

/** True where a JSON column names the segment or stage `:id`. */
function names(column: string): string {
  return `EXISTS (SELECT 1 FROM json_tree(${column}) t WHERE t.atom = :id
    AND (t.key IN ('segmentId', 'stageId') OR t.path LIKE '%.stageIds'))`;
}

/**
 * What stands on a segment or a stage, in words: campaigns by their draft or by what is live, segments and goals by
 * their rules. Empty where it can go.
 */
export function usesOfId(db: ReadableDb, id: string): string[] {
  const rows = db.all<{ name: string }>(
    `SELECT 'the campaign “' || c.name || '”' AS name FROM campaign c
       LEFT JOIN campaign_version v ON v.id = c.live_version_id
       WHERE c.segment_id = :id OR ${names("c.draft")} OR (v.plan IS NOT NULL AND ${names("v.plan")})
     UNION ALL SELECT 'the segment “' || name || '”' FROM segment WHERE id <> :id AND ${names("rule")}
     UNION ALL SELECT 'the goal “' || name || '”' FROM goal WHERE rule IS NOT NULL AND ${names("rule")}`,
    { id },
  );
  return rows.map((row) => row.name);
}
