import { walkSteps, type SplitStep, type WinnerRule } from "../domain/campaign.ts";
import { addDuration } from "../domain/duration.ts";
import type { SplitTest } from "../domain/split-test.ts";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb } from "../storage/db.ts";
import { getBusiness } from "../storage/settings.ts";
import { drawnAt, getSplitWinner, laneResult } from "../storage/split-tests.ts";

/** Where the search for the best lane of a split stands, by the journal of everybody who came there. */
export function splitTestOf(db: ReadableDb, campaignId: string, split: SplitStep): SplitTest {
  const wonLaneId = getSplitWinner(db, campaignId, split.id)?.laneId ?? null;
  const { winner } = split;
  if (!winner || split.lanes.some(({ id }) => id === wonLaneId))
    return { wonLaneId, chooseAt: null, results: () => [] };
  const at = chooseAt(db, campaignId, split, winner);
  return {
    wonLaneId: null,
    chooseAt: at,
    results: () =>
      at === null
        ? []
        : lanesByLot(split).map(({ id, steps }) => {
            const emailIds = [...walkSteps(steps)].flatMap((step) =>
              step.kind === "email" ? [step.id] : [],
            );
            const lane = { id, splitId: split.id, emailIds };
            return laneResult(db, campaignId, lane, winner.by, at);
          }),
  };
}

/** So long after so many were drawn, on the business's clock, the same for everybody; null before they were. */
export function chooseAt(
  db: ReadableDb,
  campaignId: string,
  split: SplitStep,
  winner: WinnerRule,
): Instant | null {
  const laneIds = lanesByLot(split).map(({ id }) => id);
  const from = drawnAt(db, campaignId, split.id, laneIds, winner.people);
  return from === null ? null : addDuration(from, winner.after, getBusiness(db).zone);
}

function lanesByLot({ lanes }: SplitStep): SplitStep["lanes"] {
  return lanes.filter(({ condition }) => condition?.kind === "share");
}
