import type { RuleContext } from "../domain/segment-evaluate.ts";
import type { RuleWorld } from "../domain/segment-problems.ts";
import { segmentRuleSchema } from "../domain/segment-schema.ts";
import type { RuleNames } from "../domain/segment-sentence.ts";
import type { SegmentRule } from "../domain/segment.ts";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb } from "./db.ts";
import { fieldTypesOf } from "./fields.ts";
import { compileSegment } from "./segment-query.ts";
import { getBusiness } from "./settings.ts";

/** What compiling a rule needs to know of this database: the field types, the other segments, the day. */
export function ruleContext(db: ReadableDb, now: Instant): RuleContext {
  const segments = db.all<{ id: string; rule: string }>("SELECT id, rule FROM segment");
  return {
    now,
    zone: getBusiness(db).zone,
    fieldTypes: fieldTypesOf(db),
    segmentRules: new Map(
      segments.map((segment) => [segment.id, segmentRuleSchema.parse(JSON.parse(segment.rule))]),
    ),
  };
}

/** What the ids in a rule are called. */
export function ruleNames(db: ReadableDb): RuleNames {
  const named = (sql: string): ReadonlyMap<string, string> =>
    new Map(db.all<{ id: string; name: string }>(sql).map((row) => [row.id, row.name]));
  return {
    stages: named("SELECT id, name FROM stage"),
    fields: named("SELECT key AS id, label AS name FROM field"),
    segments: named("SELECT id, name FROM segment"),
    campaigns: named("SELECT id, name FROM campaign"),
  };
}

/** What a rule may stand on here. */
export function ruleWorld(db: ReadableDb, now: Instant): RuleWorld {
  const { fieldTypes, segmentRules } = ruleContext(db, now);
  const names = ruleNames(db);
  return {
    fieldTypes,
    segmentRules,
    stageIds: new Set(names.stages.keys()),
    campaignIds: new Set(names.campaigns.keys()),
  };
}

export function countMatching(db: ReadableDb, rule: SegmentRule, now: Instant): number {
  const { where, params } = compileSegment(rule, ruleContext(db, now));
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM contact c WHERE c.status <> 'archived' AND (${where})`,
      params,
    )?.n ?? 0
  );
}

/** Whether one contact matches `rule` now, on live data. */
export function matchesRule(
  db: ReadableDb,
  rule: SegmentRule,
  contactId: number,
  now: Instant,
): boolean {
  const { where, params } = compileSegment(rule, ruleContext(db, now));
  return (
    db.get(`SELECT 1 FROM contact c WHERE c.id = ? AND (${where})`, [contactId, ...params]) !==
    undefined
  );
}

/** Ids of everyone who matches, archived contacts left out. */
export function listMatching(db: ReadableDb, rule: SegmentRule, now: Instant): number[] {
  const { where, params } = compileSegment(rule, ruleContext(db, now));
  return db
    .all<{ id: number }>(
      `SELECT c.id FROM contact c WHERE c.status <> 'archived' AND (${where}) ORDER BY c.id`,
      params,
    )
    .map((row) => row.id);
}
