import type { WinnerRule } from "../domain/campaign.ts";
import type { LaneResult } from "../domain/split-test.ts";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface SplitWinner {
  readonly stepId: string;
  readonly laneId: string;
  readonly chosenAt: Instant;
  readonly results: LaneResult[];
}

const COLUMNS = "step_id AS stepId, lane_id AS laneId, chosen_at AS chosenAt, results";

interface StoredWinner extends Omit<SplitWinner, "results"> {
  readonly results: string;
}

function parse(row: StoredWinner): SplitWinner {
  return { ...row, results: JSON.parse(row.results) as LaneResult[] };
}

export function getSplitWinner(
  db: ReadableDb,
  campaignId: string,
  stepId: string,
): SplitWinner | undefined {
  const row = db.get<StoredWinner>(
    `SELECT ${COLUMNS} FROM split_winner WHERE campaign_id = ? AND step_id = ?`,
    [campaignId, stepId],
  );
  return row && parse(row);
}

export function listSplitWinners(db: ReadableDb, campaignId: string): SplitWinner[] {
  return db
    .all<StoredWinner>(`SELECT ${COLUMNS} FROM split_winner WHERE campaign_id = ?`, [campaignId])
    .map(parse);
}

/** Keeps the winner for good; only one whose lane was removed since is followed by another. */
export function saveSplitWinner(db: WritableDb, campaignId: string, winner: SplitWinner): void {
  db.run(
    `INSERT INTO split_winner (campaign_id, step_id, lane_id, chosen_at, results) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET lane_id = excluded.lane_id, chosen_at = excluded.chosen_at, results = excluded.results`,
    [campaignId, winner.stepId, winner.laneId, winner.chosenAt, JSON.stringify(winner.results)],
  );
}

/** When the `nth` person, from 1, was drawn into one of the lanes; null where so many have not come yet. */
export function drawnAt(
  db: ReadableDb,
  campaignId: string,
  stepId: string,
  laneIds: readonly string[],
  nth: number,
): Instant | null {
  return (
    db.get<{ at: Instant }>(
      `SELECT d.at FROM decision d JOIN enrollment e ON e.id = d.enrollment_id
       WHERE d.from_step_id = ? AND d.move = 'lane' AND e.campaign_id = ?
         AND d.lane_id IN (SELECT value FROM json_each(?))
       ORDER BY d.at LIMIT 1 OFFSET ?`,
      [stepId, campaignId, JSON.stringify(laneIds), nth - 1],
    )?.at ?? null
  );
}

/** What a run must have done by then to count for its lane; `steps` are the emails of the lane, as JSON. */
const SUCCESS: Readonly<Record<WinnerRule["by"], string>> = {
  opened: successByEvent("'opened','clicked'"),
  clicked: successByEvent("'clicked'"),
  goal: "e.goal_at <= :until",
};

function successByEvent(kinds: string): string {
  return `EXISTS (SELECT 1 FROM message m JOIN event v ON v.message_id = m.id
    WHERE m.enrollment_id = e.id AND m.step_id IN (SELECT value FROM json_each(:steps))
      AND v.kind IN (${kinds}) AND v.class = 'human' AND v.occurred_at <= :until)`;
}

/** How the people drawn into a lane by `until` had done by then. */
export function laneResult(
  db: ReadableDb,
  campaignId: string,
  lane: { readonly id: string; readonly splitId: string; readonly emailIds: readonly string[] },
  by: WinnerRule["by"],
  until: Instant,
): LaneResult {
  const row = db.get<{ people: number; successes: number }>(
    `SELECT count(*) AS people, coalesce(sum(${SUCCESS[by]}), 0) AS successes FROM enrollment e
     WHERE e.campaign_id = :campaignId AND e.id IN (SELECT d.enrollment_id FROM decision d
       WHERE d.from_step_id = :splitId AND d.move = 'lane' AND d.at <= :until AND d.lane_id = :laneId)`,
    {
      campaignId,
      splitId: lane.splitId,
      laneId: lane.id,
      until,
      ...(by === "goal" ? {} : { steps: JSON.stringify(lane.emailIds) }),
    },
  );
  return { laneId: lane.id, people: row?.people ?? 0, successes: row?.successes ?? 0 };
}

/** Lets the runs that are held at the split look again at `at`, where they would only later. */
export function wakeHeldRuns(
  db: WritableDb,
  campaignId: string,
  stepId: string,
  at: Instant,
): void {
  db.run(
    `UPDATE enrollment SET wake_at = :at WHERE campaign_id = :campaignId AND step_id = :stepId
       AND state IN ('active','held') AND state = 'active' AND wake_at > :at`,
    { campaignId, stepId, at },
  );
}
