import type { Clock, Instant } from "../shared/clock.ts";
import type { WritableDb } from "../storage/db.ts";
import { getMeta, saveMeta } from "../storage/meta.ts";

/** A clock that runs with the real one, ahead of it by as much as the owner moved it. */
export interface PracticeClock extends Clock {
  /** Forward only; an instant before now changes nothing. */
  moveTo(at: Instant): void;
}

export function createPracticeClock(db: WritableDb, real: Clock): PracticeClock {
  let ahead = Number(getMeta(db, "practice_ahead") ?? 0);
  return {
    wall: () => real.wall() + ahead,
    mono: () => real.mono() + ahead,
    sleep: (ms, signal) => real.sleep(ms, signal),
    moveTo(at) {
      const by = at - (real.wall() + ahead);
      if (by <= 0) return;
      ahead += by;
      saveMeta(db, "practice_ahead", String(ahead));
    },
  };
}
