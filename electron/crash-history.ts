import { MINUTE, SECOND } from "#core/shared/clock.ts";

/** Crashes within this time belong together. */
const SPAN = 5 * MINUTE;
/** So many of them switch sending off: what is sent may be what crashes, and must not be tried for ever. */
const SAFE_MODE_AFTER = 3;
const FIRST_DELAY = SECOND / 2;
const LONGEST_DELAY = 30 * SECOND;

export interface CrashHistory {
  /** On a clock that only grows, in milliseconds. */
  readonly crashedAt: readonly number[];
  /** Once entered, left only by the owner's click. */
  readonly isSafeMode: boolean;
}

export const noCrashes: CrashHistory = { crashedAt: [], isSafeMode: false };

/** What is known after one more crash, and how long to wait before the next start, in milliseconds. */
export function afterCrash(
  history: CrashHistory,
  now: number,
): { readonly history: CrashHistory; readonly delayMs: number } {
  const crashedAt = [...history.crashedAt.filter((at) => now - at < SPAN), now];
  return {
    history: {
      crashedAt,
      isSafeMode: history.isSafeMode || crashedAt.length >= SAFE_MODE_AFTER,
    },
    delayMs: Math.min(FIRST_DELAY * 2 ** (crashedAt.length - 1), LONGEST_DELAY),
  };
}
