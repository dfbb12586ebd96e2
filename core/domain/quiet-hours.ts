import { DAY } from "../shared/clock.ts";
import type { Instant } from "../shared/clock.ts";
import { anyTime, minutesOf, nextAllowed, type Schedule } from "./schedule.ts";

/** Hours in which nobody is mailed, "HH:MM" on each contact's own clock; `to` before `from` runs overnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** A schedule comes round in a week, and the clocks are turned within it at most. */
const LONGEST_SEARCH = 15 * DAY;
/** Quiet hours are few, and the schedule of what they leave open is made once. */
const awakeByHours = new Map<string, Schedule>();

/**
 * The least instant at or after `at` that the schedule allows and that is not in the contact's quiet hours. A schedule
 * that lies wholly in them was meant: then it alone holds.
 */
export function nextSend(
  schedule: Schedule,
  at: Instant,
  contactZone: string,
  quiet: QuietHours | null,
): Instant {
  const first = nextAllowed(schedule, at, contactZone);
  if (!quiet) return first;
  const awake = awakeIn(quiet);
  // Each is the least of its own from the other's on, so the first they agree on is the least of both.
  for (let sendAt = first; sendAt <= at + LONGEST_SEARCH;) {
    const awakeAt = nextAllowed(awake, sendAt, contactZone);
    if (awakeAt === sendAt) return sendAt;
    sendAt = nextAllowed(schedule, awakeAt, contactZone);
  }
  return first;
}

/** Whether mail may leave at `at`; see `nextSend`. */
export function maySend(
  schedule: Schedule,
  at: Instant,
  contactZone: string,
  quiet: QuietHours | null,
): boolean {
  return nextSend(schedule, at, contactZone, quiet) === at;
}

/** What is wrong with quiet hours, in words; undefined when nothing is. */
export function quietHoursProblem({ from, to }: QuietHours): string | undefined {
  if (minutesOf(from) === undefined || minutesOf(to) === undefined)
    return "Give both times as hours and minutes, such as 22:00.";
  return from === to ? "The quiet hours begin and end at the same time: change one." : undefined;
}

function awakeIn({ from, to }: QuietHours): Schedule {
  const key = `${from}-${to}`;
  let awake = awakeByHours.get(key);
  if (!awake) {
    awake = { ...anyTime, hours: { kind: "windows", windows: [{ from: to, to: from }] } };
    awakeByHours.set(key, awake);
  }
  return awake;
}
