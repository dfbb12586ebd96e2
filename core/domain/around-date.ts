import type { Temporal } from "temporal-polyfill";
import type { Duration } from "./campaign.ts";

/** So long before or after a date of the person; nothing long is the day itself. */
export interface AroundDate {
  /** Of days, weeks or months. */
  readonly offset: Duration;
  readonly side: "before" | "after";
}

/** What is to be added to the date, as Temporal takes it. A day from the end of a month is the last one there is. */
export function dateOffset({ offset, side }: AroundDate): Temporal.DurationLike {
  return { [offset.unit]: side === "before" ? -offset.amount : offset.amount };
}
