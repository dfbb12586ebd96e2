import { findStep } from "../domain/campaign.ts";
import type { Move } from "../domain/move.ts";
import { must } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";
import type { EnrollmentRow } from "../storage/enrollments.ts";
import { getSplitWinner, saveSplitWinner, wakeHeldRuns } from "../storage/split-tests.ts";
import type { Decided } from "./advance.ts";
import type { EngineParts } from "./engine-parts.ts";
import { chooseAt } from "./split-test-of.ts";

/** Writes down the lane a move says has won, in the transaction of the move. */
export function keepWinner(
  { db }: EngineParts,
  run: EnrollmentRow,
  move: Move,
  now: Instant,
): void {
  if (move.kind !== "go" || !move.won) return;
  const { stepId, results } = move.won;
  saveSplitWinner(db, run.campaignId, {
    stepId,
    laneId: must(move.laneId ?? undefined),
    chosenAt: now,
    results: [...results],
  });
}

/** After a lot was drawn: where it was the last one that was needed, who is held learns when the winner is chosen. */
export function wakeHeld({ db }: EngineParts, { run, plan, move }: Decided): void {
  const split = findStep(plan.steps, run.stepId ?? "");
  if (move.kind !== "go" || move.how !== "lane" || split?.kind !== "split" || !split.winner) return;
  if (getSplitWinner(db, run.campaignId, split.id)) return;
  const { winner } = split;
  const at = chooseAt(db, run.campaignId, split, winner);
  // Whoever comes later than the last one needed finds the instant by themselves.
  const isLast =
    chooseAt(db, run.campaignId, split, { ...winner, people: winner.people + 1 }) === null;
  if (at !== null && isLast) wakeHeldRuns(db, run.campaignId, split.id, at);
}
