import { Temporal } from "temporal-polyfill";
import { AssertionFailed } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";

/** A weekday comes back within a week; two more where a calendar skipped it (Samoa, 2011). */
const DAYS_AHEAD = 21;

/**
 * The next moment, `at` itself included, when the clocks of `zone` show one of the ISO weekdays at
 * `time` ("HH:MM"). A time the clocks skip that day is the later one; a time they repeat, its first pass.
 */
export function nextWeekdayTime(
  weekdays: readonly number[],
  time: string,
  at: Instant,
  zone: string,
): Instant {
  const plainTime = Temporal.PlainTime.from(time);
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const moment = today.add({ days }).toZonedDateTime({ timeZone: zone, plainTime });
    if (weekdays.includes(moment.dayOfWeek) && moment.epochMilliseconds >= at)
      return moment.epochMilliseconds;
  }
  throw new AssertionFailed(`no weekday ${weekdays.join()} at ${time} after ${at} in ${zone}`);
}
