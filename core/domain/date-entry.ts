import { Temporal } from "temporal-polyfill";
import type { Instant } from "../shared/clock.ts";
import { dateOffset } from "./around-date.ts";
import { dayMoment } from "./day-moment.ts";
import type { Entry } from "./entry.ts";
import { isDay } from "./field-test.ts";
import { zoneOf, type Schedule } from "./schedule.ts";

export type DateEntry = Extract<Entry, { kind: "date-reached" }>;

export type BroadcastEntry = Extract<Entry, { kind: "broadcast" }>;

/** When an entry starts somebody by their date. */
export interface Occurrence {
  readonly at: Instant;
  /** The day of `at` in its zone, "yyyy-mm-dd". */
  readonly day: string;
}

/**
 * The first moment after `after` at which the entry starts somebody whose field holds `value`, on the clocks of
 * `zone`; undefined where there is none. A date that comes every year comes in its own year first; where it is
 * 29 February, it is the 28th in other years. A day counted from the end of a month is the last one there is.
 */
export function nextOccurrence(
  entry: DateEntry,
  value: unknown,
  zone: string,
  after: Instant,
): Occurrence | undefined {
  if (typeof value !== "string" || !isDay(value)) return undefined;
  const date = Temporal.PlainDate.from(value);
  const offset = dateOffset(entry);
  if (!entry.isYearly) return later(date.add(offset));
  const now = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  // The date itself is about this far from the day it is counted to; one year more or less lies between.
  const around = now.subtract(offset).year;
  for (let year = Math.max(date.year, around - 1); ; year++) {
    const occurrence = later(date.with({ year }).add(offset));
    if (occurrence) return occurrence;
  }

  function later(day: Temporal.PlainDate): Occurrence | undefined {
    const at = dayMoment(day, entry.time, zone);
    return at > after ? { at, day: day.toString() } : undefined;
  }
}

/** Dates before this day started people before `today`, both "yyyy-mm-dd"; only of an entry that is not yearly. */
export function pastBefore(entry: DateEntry, today: string): string {
  return Temporal.PlainDate.from(today).subtract(dateOffset(entry)).toString();
}

/** The moment of a broadcast whose day is chosen. `ownZone` is the business's. */
export function broadcastAt(
  { date, time }: BroadcastEntry,
  schedule: Schedule,
  ownZone: string,
): Instant {
  return dayMoment(Temporal.PlainDate.from(date), time, zoneOf(schedule, ownZone));
}
