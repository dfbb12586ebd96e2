import { DAY, HOUR, type Instant } from "../shared/clock.ts";
import type { RelayEventKind } from "./protocol.ts";

/** Hits of one kind stored per message and day; scanners and broken programs come back for ever. */
const HITS_PER_DAY = 100;
/** Web events stored per visit and hour. */
const WEB_EVENTS_PER_HOUR = 50;
/** Events stored per day, unsubscribes not counted: some 100 MB on the disk. */
export const MOST_PER_DAY = 500_000;

/** Counts one day's hits, so that nobody fills the disk with a link that was sent to him. */
export interface Ceilings {
  /** True where the hit may be stored. */
  take(kind: RelayEventKind, token: string, at: Instant): boolean;
  /** True where `at` is of another day, for which new ceilings count. */
  isOver(at: Instant): boolean;
  turnedAway(): number;
}

export function createCeilings(now: Instant, mostPerDay: number): Ceilings {
  const day = dayOf(now);
  const hits = new Map<string, number>();
  let stored = 0;
  let turnedAway = 0;

  function mayStore(kind: RelayEventKind, token: string, at: Instant): boolean {
    // A person's wish is kept on the busiest day.
    if (kind !== "u" && stored >= mostPerDay) return false;
    const [key, most] =
      kind === "w"
        ? [`w${Math.floor(at / HOUR)} ${token}`, WEB_EVENTS_PER_HOUR]
        : [kind + token, HITS_PER_DAY];
    const before = hits.get(key) ?? 0;
    if (before >= most) return false;
    hits.set(key, before + 1);
    if (kind !== "u") stored += 1;
    return true;
  }

  return {
    take(kind, token, at) {
      const isTaken = mayStore(kind, token, at);
      if (!isTaken) turnedAway += 1;
      return isTaken;
    },
    isOver: (at) => dayOf(at) !== day,
    turnedAway: () => turnedAway,
  };
}

/** Days since 1970, UTC. */
export function dayOf(at: Instant): number {
  return Math.floor(at / DAY);
}
