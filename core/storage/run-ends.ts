import type { CampaignOutcome } from "../domain/entry.ts";
import type { Instant } from "../shared/clock.ts";
import { listLivePlans } from "./campaigns.ts";
import type { ReadableDb, WritableDb } from "./db.ts";
import { recordEvent } from "./events.ts";

interface EndedRun {
  readonly uid: string;
  readonly campaignId: string;
  readonly contactId: number;
}

/** How a run's end counts; empty where it counts as none. `isGoal`: its goal ended it. */
export function outcomesOf(
  state: "done" | "exited" | "failed",
  isGoal: boolean,
): readonly CampaignOutcome[] {
  if (isGoal) return ["finished", "goal-reached"];
  return state === "done" ? ["finished", "goal-missed"] : [];
}

/** Lets campaigns that wait for this end start, where there are any. In the transaction of the end itself. */
export function tellRunEnd(
  db: WritableDb,
  run: EndedRun,
  outcomes: readonly CampaignOutcome[],
  at: Instant,
): void {
  if (outcomes.length === 0 || !isAwaited(db, run.campaignId)) return;
  recordEvent(db, {
    contactId: run.contactId,
    occurredAt: at,
    receivedAt: at,
    kind: "campaign-ended",
    // A goal may be reached after the run's own end, so a run can have two.
    uid: `${outcomes.includes("goal-reached") ? "goal" : "ended"}:${run.uid}`,
    state: "new",
    data: { campaignId: run.campaignId, outcomes },
  });
}

function isAwaited(db: ReadableDb, campaignId: string): boolean {
  return listLivePlans(db).some(({ plan }) =>
    plan.entries.some(
      (entry) => entry.kind === "campaign-ended" && entry.campaignId === campaignId,
    ),
  );
}
