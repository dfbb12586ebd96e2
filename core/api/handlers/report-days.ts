import { offsetSpanAt } from "../../domain/zone.ts";
import { DAY } from "../../shared/clock.ts";
import type { QuarterNumbers } from "../../storage/reports.ts";

interface Day {
  /** "yyyy-mm-dd". */
  readonly day: string;
  readonly sent: number;
  readonly opened: number;
  readonly clicked: number;
}

/** Quarters of an hour, in order, put together to days in `zone`; days without any are there too, as zeros. */
export function reportDays(quarters: readonly QuarterNumbers[], zone: string): Day[] {
  const [first] = quarters;
  if (!first) return [];
  let span = offsetSpanAt(zone, first.at);
  const days: Day[] = [];
  let next = dayNumber(first.at + span.offsetMs);
  for (const { at, sent, opened, clicked } of quarters) {
    if (at >= span.toAt) span = offsetSpanAt(zone, at);
    const day = dayNumber(at + span.offsetMs);
    for (; next <= day; next += 1)
      days.push({
        day: new Date(next * DAY).toISOString().slice(0, 10),
        sent: 0,
        opened: 0,
        clicked: 0,
      });
    const index = days.length - (next - day);
    const known = days[index];
    if (known)
      days[index] = {
        day: known.day,
        sent: known.sent + sent,
        opened: known.opened + opened,
        clicked: known.clicked + clicked,
      };
  }
  return days;
}

function dayNumber(localMs: number): number {
  return Math.floor(localMs / DAY);
}
