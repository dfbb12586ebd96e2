import type { CampaignPlan } from "../domain/campaign.ts";
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
    if (entry.kind === "by-hand") continue;
    const rule =
      entry.kind === "joins-segment"
        ? ({ kind: "in-segment", test: "is", segmentId: entry.segmentId } as const)
        : ({ kind: "tag", test: "has", tag: entry.tag } as const);
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
