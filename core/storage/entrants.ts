import type { CampaignPlan } from "../domain/campaign.ts";
import type { Entry } from "../domain/entry.ts";
import type { SegmentRule } from "../domain/segment.ts";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb } from "./db.ts";
import { ruleContext } from "./match-rule.ts";
import { compileSegment } from "./segment-query.ts";

export interface Entrant {
  readonly id: number;
  readonly status: string;
  readonly trackingConsent: 0 | 1 | null;
  readonly zone: string | null;
}

/** Everyone who matches an entry of the plan now: members of its segments, and those who have its tags. */
export function listEntrants(db: ReadableDb, plan: CampaignPlan, now: Instant): Entrant[] {
  const context = ruleContext(db, now);
  const terms: string[] = [];
  const params: (string | number)[] = [];
  for (const entry of plan.entries) {
    const rule = standingRule(entry);
    if (!rule) continue;
    const piece = compileSegment(rule, context);
    terms.push(`(${piece.where})`);
    params.push(...piece.params);
  }
  if (terms.length === 0) return [];
  return db.all<Entrant>(
    `SELECT c.id, c.status, c.tracking_consent AS trackingConsent, c.zone FROM contact c
     WHERE c.status <> 'archived' AND (${terms.join(" OR ")}) ORDER BY c.id`,
    params,
  );
}

/** Who is what the entry makes of people; undefined where it is only a moment. */
function standingRule(entry: Entry): SegmentRule | undefined {
  switch (entry.kind) {
    case "joins-segment":
      return { kind: "in-segment", test: "is", segmentId: entry.segmentId };
    case "tag-added":
      return { kind: "tag", test: "has", tag: entry.tag };
    case "leaves-segment":
    case "tag-removed":
    case "stage-changed":
    case "field-changed":
    case "imported":
    case "campaign-ended":
    case "link-clicked":
    case "date-reached":
    case "broadcast":
    case "event-received":
    case "by-hand":
      return undefined;
  }
}
