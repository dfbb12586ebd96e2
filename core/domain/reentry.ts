import { DAY, type Instant } from "../shared/clock.ts";
import type { Reentry } from "./entry.ts";

/** Somebody's newest run through a campaign. */
export interface LastRun {
  readonly isOpen: boolean;
  readonly endedAt: Instant | null;
}

/** Why somebody may not come in again now, as a clause; undefined where they may. */
export function reentryRefusal(
  reentry: Reentry,
  last: LastRun | undefined,
  now: Instant,
): string | undefined {
  if (!last) return undefined;
  if (last.isOpen) return "is inside already";
  switch (reentry.kind) {
    case "once":
      return "went through before, and the campaign takes everyone once";
    case "after-finishing":
      return now < (last.endedAt ?? now) + reentry.minGapDays * DAY
        ? `finished less than ${reentry.minGapDays} days ago`
        : undefined;
  }
}
