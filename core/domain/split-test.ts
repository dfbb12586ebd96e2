import type { Instant } from "../shared/clock.ts";

/** How a lane did: how many were drawn into it, and how many of them opened, clicked or reached the goal. */
export interface LaneResult {
  readonly laneId: string;
  readonly people: number;
  readonly successes: number;
}

/** Where the search for the best lane of a split stands. */
export interface SplitTest {
  /** The lane that has won, for good. */
  readonly wonLaneId: string | null;
  /** When the winner is to be chosen; null while too few people were drawn. */
  readonly chooseAt: Instant | null;
  /** How each lane drawn by lot had done by `chooseAt`. */
  readonly results: () => readonly LaneResult[];
}

/** The lane that did best by share of its people, the first of equals; of nobody's it is none. */
export function bestLane(results: readonly LaneResult[]): LaneResult | undefined {
  let best: LaneResult | undefined;
  for (const result of results)
    if (result.people > 0 && (!best || rateOf(result) > rateOf(best))) best = result;
  return best;
}

function rateOf({ successes, people }: LaneResult): number {
  return successes / people;
}
