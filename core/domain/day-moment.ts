import { Temporal } from "temporal-polyfill";
import type { Instant } from "../shared/clock.ts";

/**
 * When the clocks of `timeZone` show `time` ("HH:MM") on a day. A time they skip is the later one, a time they repeat
 * its first pass.
 */
export function dayMoment(day: Temporal.PlainDate, time: string, timeZone: string): Instant {
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .epochMilliseconds;
}

/** When a day "yyyy-mm-dd", which must be one (`isDay`), begins in a zone. */
export function startOfDay(day: string, zone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** "3 May 2026" of "2026-05-03", which must be a day (`isDay`). */
export function dayWords(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}
