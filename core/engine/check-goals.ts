import { segmentRuleSchema } from "../domain/segment-schema.ts";
import { DAY, type Instant } from "../shared/clock.ts";
import { endEnrollment, listOpenEnrollments } from "../storage/enrollments.ts";
import { matchesRule } from "../storage/match-rule.ts";
import { tellRunEnd } from "../storage/run-ends.ts";
import type { EngineParts } from "./engine-parts.ts";

interface Goal {
  readonly rule: string | null;
  readonly windowDays: number;
  readonly valueCents: number;
}

/**
 * Ends the open runs whose goal has become true of the contact, and credits runs that finished within the
 * goal's window. In the caller's transaction.
 */
export function checkGoals(parts: EngineParts, contactId: number, now: Instant): void {
  const { db } = parts;
  const runs = db.all<{
    id: number;
    uid: string;
    campaignId: string;
    goalId: string;
    endedAt: Instant | null;
  }>(
    `SELECT e.id, e.uid, e.campaign_id AS campaignId, c.goal_id AS goalId, e.ended_at AS endedAt FROM enrollment e JOIN campaign c ON c.id = e.campaign_id
     WHERE e.contact_id = ? AND e.goal_at IS NULL AND c.goal_id IS NOT NULL`,
    [contactId],
  );
  for (const run of runs) {
    const goal = db.get<Goal>(
      "SELECT rule, window_days AS windowDays, value_cents AS valueCents FROM goal WHERE id = ?",
      [run.goalId],
    );
    if (!goal?.rule) continue;
    if (run.endedAt !== null && run.endedAt + goal.windowDays * DAY < now) continue;
    if (!matchesRule(db, segmentRuleSchema.parse(JSON.parse(goal.rule)), contactId, now)) continue;
    db.run("UPDATE enrollment SET goal_at = ?, goal_value_cents = ? WHERE id = ?", [
      now,
      goal.valueCents,
      run.id,
    ]);
    const open = listOpenEnrollments(db, contactId).find((row) => row.id === run.id);
    if (open)
      endEnrollment(db, open, { state: "exited", reason: "reached the goal", cause: "goal" }, now);
    else tellRunEnd(db, { ...run, contactId }, ["goal-reached"], now);
    parts.changes.tell("campaigns", "reports", "contacts");
  }
}
