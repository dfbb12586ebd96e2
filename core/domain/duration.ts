import { Temporal } from "temporal-polyfill";
import { assert } from "../shared/assert.ts";
import { HOUR, MINUTE } from "../shared/clock.ts";
import type { Instant } from "../shared/clock.ts";
import type { Duration } from "./campaign.ts";

/**
 * The instant a duration after `at`. Minutes and hours are exact; days, weeks and months are calendar
 * units: the same local time in `zone`, the last day of the month where the day is missing, the later
 * time where the clocks skip it, the earlier pass where they repeat it. `zone` must be valid.
 */
export function addDuration(at: Instant, duration: Duration, zone: string): Instant {
  const { amount, unit } = duration;
  assert(Number.isInteger(amount) && amount >= 0, `not a length of time: ${amount} ${unit}`);
  if (amount === 0) return at;
  if (unit === "minutes") return at + amount * MINUTE;
  if (unit === "hours") return at + amount * HOUR;
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .add({ [unit]: amount }).epochMilliseconds;
}

/** "3 days", "1 hour"; "at once" for nothing. */
export function durationSentence(duration: Duration): string {
  const { amount, unit } = duration;
  if (amount === 0) return "at once";
  return amount === 1 ? `1 ${unit.slice(0, -1)}` : `${amount} ${unit}`;
}
