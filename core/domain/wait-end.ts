import { Temporal } from "temporal-polyfill";
import type { Instant } from "../shared/clock.ts";
import { dateOffset } from "./around-date.ts";
import type { WaitPast, WaitUntil } from "./campaign.ts";
import { dayMoment } from "./day-moment.ts";
import { addDuration } from "./duration.ts";
import { isDay } from "./field-test.ts";
import type { FieldValue } from "./field-value.ts";
import { nextWeekdayTime } from "./next-weekday-time.ts";

/** When a wait is over; or that its day can no longer be waited for, with why as a clause. */
export type WaitEnd =
  | { readonly kind: "at"; readonly at: Instant }
  | { readonly kind: "past"; readonly then: WaitPast; readonly reason: string };

export interface WaitFacts {
  /** When the run came to the wait. */
  readonly sinceAt: Instant;
  /** The contact's zone, for lengths of time. */
  readonly contactZone: string;
  /** The campaign's zone, for days and times of day. */
  readonly zone: string;
  readonly fieldOf: (key: string) => FieldValue | null;
}

/**
 * When a wait ends for somebody who came to it at `sinceAt`. A day and time is read on the clocks of `zone`; a time
 * they skip is the later one, a time they repeat its first pass. A day counted back from the end of a month is the
 * last one there is.
 */
export function waitEnd(until: WaitUntil, facts: WaitFacts): WaitEnd {
  const { sinceAt, zone } = facts;
  switch (until.kind) {
    case "for":
      return { kind: "at", at: addDuration(sinceAt, until.duration, facts.contactZone) };
    case "weekday":
      return { kind: "at", at: nextWeekdayTime(until.weekdays, until.time, sinceAt, zone) };
    case "date":
      return notBefore(sinceAt, dayMoment(Temporal.PlainDate.from(until.date), until.time, zone), {
        then: until.past,
        reason: `${until.date} at ${until.time} was past`,
      });
    case "field": {
      const value = facts.fieldOf(until.field);
      if (typeof value !== "string" || !isDay(value))
        return { kind: "past", then: until.past, reason: "the date it waits for is not known" };
      const day = Temporal.PlainDate.from(value).add(dateOffset(until));
      return notBefore(sinceAt, dayMoment(day, until.time, zone), {
        then: until.past,
        reason: `${day.toString()} at ${until.time} was past`,
      });
    }
  }
}

function notBefore(
  sinceAt: Instant,
  at: Instant,
  past: { readonly then: WaitPast; readonly reason: string },
): WaitEnd {
  return at < sinceAt ? { kind: "past", ...past } : { kind: "at", at };
}
