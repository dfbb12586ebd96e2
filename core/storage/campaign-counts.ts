import type { Instant } from "../shared/clock.ts";
import type { ReadableDb } from "./db.ts";

export interface CampaignCounts {
  readonly open: number;
  readonly entered: number;
  readonly reachedGoal: number;
  readonly sent: number;
}

const NONE: CampaignCounts = { open: 0, entered: 0, reachedGoal: 0, sent: 0 };

/** People and e-mails of every campaign that has any, by campaign id. */
export function countCampaigns(db: ReadableDb): (campaignId: string) => CampaignCounts {
  const runs = db.all<{ id: string; open: number; entered: number; reachedGoal: number }>(
    `SELECT campaign_id AS id, sum(state IN ('active','held')) AS open, count(*) AS entered,
       count(goal_at) AS reachedGoal FROM enrollment GROUP BY campaign_id`,
  );
  const mails = db.all<{ id: string; sent: number }>(
    `SELECT campaign_id AS id, count(*) AS sent FROM message
     WHERE state = 'sent' AND kind = 'campaign' GROUP BY campaign_id`,
  );
  const runsById = new Map(runs.map((row) => [row.id, row]));
  const sentById = new Map(mails.map((row) => [row.id, row.sent]));
  return (id) => {
    const row = runsById.get(id);
    const sent = sentById.get(id) ?? 0;
    return row
      ? { open: row.open, entered: row.entered, reachedGoal: row.reachedGoal, sent }
      : { ...NONE, sent };
  };
}

/** People waiting at each step of a campaign now, and when the first of them moves. */
export function countWaiting(
  db: ReadableDb,
  campaignId: string,
): Record<string, { people: number; nextAt: Instant | null }> {
  const rows = db.all<{ stepId: string; people: number; nextAt: Instant | null }>(
    `SELECT e.step_id AS stepId, count(*) AS people, min(coalesce(e.wake_at, m.not_before)) AS nextAt
     FROM enrollment e LEFT JOIN message m ON m.enrollment_id = e.id AND m.state = 'queued'
     WHERE e.campaign_id = ? AND e.state IN ('active','held') AND e.step_id IS NOT NULL GROUP BY e.step_id`,
    [campaignId],
  );
  return Object.fromEntries(rows.map(({ stepId, people, nextAt }) => [stepId, { people, nextAt }]));
}

/** Contacts inside no live campaign, and inside more than one. */
export function countOverlaps(db: ReadableDb): {
  readonly inNone: number;
  readonly inSeveral: number;
} {
  const row = db.get<{ people: number; inside: number; several: number }>(
    `SELECT (SELECT count(*) FROM contact WHERE status <> 'archived') AS people, count(*) AS inside,
       coalesce(sum(n > 1), 0) AS several
     FROM (SELECT contact_id, count(*) AS n FROM enrollment WHERE state IN ('active','held') GROUP BY contact_id)`,
  );
  return { inNone: (row?.people ?? 0) - (row?.inside ?? 0), inSeveral: row?.several ?? 0 };
}
