import { DAY, type Instant } from "../shared/clock.ts";
import type { Reentry } from "./entry.ts";

/** Open runs of one person in one campaign that takes them once per event. */
export const MOST_AT_ONCE = 5;

/** Somebody's newest run through a campaign, and how many of theirs are open. */
export interface LastRun {
  readonly open: number;
  readonly endedAt: Instant | null;
}

/** Why somebody may not come in again now, as a clause; undefined where they may. */
export function reentryRefusal(
  reentry: Reentry,
  last: LastRun | undefined,
  now: Instant,
): string | undefined {
  if (!last) return undefined;
  switch (reentry.kind) {
    case "once":
      return last.open > 0 ? INSIDE : "went through before, and the campaign takes everyone once";
    case "after-finishing":
      if (last.open > 0) return INSIDE;
      return now < (last.endedAt ?? now) + reentry.minGapDays * DAY
        ? `finished less than ${reentry.minGapDays} days ago`
        : undefined;
    case "restart":
      return undefined;
    case "per-event":
      return last.open >= MOST_AT_ONCE
        ? `is inside ${MOST_AT_ONCE} times already, which is the most`
        : undefined;
  }
}

export const INSIDE = "is inside already";
