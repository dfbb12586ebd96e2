import { Temporal } from "temporal-polyfill";
import type { Instant } from "../shared/clock.ts";
import { isDay } from "./field-test.ts";

/** When "yyyy-mm-dd" begins in a zone; not a number where it is no day. */
export function startOfDay(day: string, zone: string): Instant {
  return isDay(day) ? Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds : NaN;
}
