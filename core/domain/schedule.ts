import { assert, AssertionFailed, must } from "../shared/assert.ts";
import { DAY, MINUTE } from "../shared/clock.ts";
import type { Instant } from "../shared/clock.ts";
import { isZone, offsetSpanAt } from "./zone.ts";

/** A stretch of a day, "HH:MM" local. `to` before `from` runs overnight and belongs to its start day. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
}

/** When mail may leave. */
export interface Schedule {
  /** ISO weekdays, 1 Monday … 7 Sunday; never empty. */
  readonly weekdays: readonly number[];
  readonly hours:
    | { readonly kind: "any" }
    | { readonly kind: "windows"; readonly windows: readonly TimeWindow[] }
    /** At this local time, with 60 minutes' grace. */
    | { readonly kind: "at"; readonly time: string };
  /** The contact's zone, or one IANA zone for everybody. */
  readonly zone: { readonly kind: "contact" } | { readonly kind: "fixed"; readonly zone: string };
}

export const anyTime: Schedule = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  hours: { kind: "any" },
  zone: { kind: "contact" },
};

const MINUTES_A_DAY = 24 * 60;
const WEEK = 7 * DAY;
/** "At a time" means within this long after it. */
const GRACE_MINUTES = 60;
/** 1970-01-01 was a Thursday; this many days before it a week began on a Monday. */
const DAYS_SINCE_MONDAY = 3;
/** A schedule is met within a week but for the clocks being turned; so many turns never come in a row. */
const MOST_TURNS = 100;

/** Milliseconds since Monday 00:00 on the wall clock, from (inclusive) to (exclusive), sorted, apart. */
type OpenStretch = readonly [from: number, to: number];

const stretchesBySchedule = new WeakMap<Schedule, readonly OpenStretch[]>();

/**
 * The least instant at or after `at` that the schedule allows. An instant is allowed when the wall
 * clock of its zone shows an allowed weekday and time: a time the clocks skip opens when they land
 * after it or not at all, a time they repeat is open in both passes, an overnight window belongs to
 * the day it starts on.
 *
 * `contactZone` is used unless the schedule fixes a zone. The schedule must have no `scheduleProblem`.
 */
export function nextAllowed(schedule: Schedule, at: Instant, contactZone: string): Instant {
  const stretches = openStretches(schedule);
  assert(stretches.length > 0, "this schedule never opens");
  const zone = zoneOf(schedule, contactZone);
  let from = at;
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    // Between two turns of the clocks, wall time is the instant plus a constant.
    const span = offsetSpanAt(zone, from);
    const allowedAt = nextOpen(stretches, from + span.offsetMs) - span.offsetMs;
    if (allowedAt < span.toAt) return allowedAt;
    from = span.toAt;
  }
  throw new AssertionFailed(`no allowed instant found after ${at} in ${zone}`);
}

/** Whether mail may leave at `at`; see `nextAllowed`. */
export function isAllowed(schedule: Schedule, at: Instant, contactZone: string): boolean {
  return nextAllowed(schedule, at, contactZone) === at;
}

/** The zone whose wall clock the schedule reads. */
export function zoneOf(schedule: Schedule, contactZone: string): string {
  return schedule.zone.kind === "fixed" ? schedule.zone.zone : contactZone;
}

/** What is wrong with a schedule, in words; undefined when nothing is. */
export function scheduleProblem(schedule: Schedule): string | undefined {
  const { weekdays, hours, zone } = schedule;
  if (weekdays.length === 0) return "The schedule never opens: choose at least one weekday.";
  if (!weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
    return "The schedule names a weekday that does not exist: choose the weekdays again.";
  if (hours.kind === "at" && minutesOf(hours.time) === undefined)
    return "The schedule has no time of day: give one, such as 09:30.";
  if (hours.kind === "windows") {
    if (hours.windows.length === 0)
      return "The schedule never opens: add a time window, or allow any time.";
    for (const { from, to } of hours.windows) {
      if (minutesOf(from) === undefined || minutesOf(to) === undefined)
        return "A time window is not complete: give both its times, such as 09:00 and 17:00.";
      if (from === to)
        return `The time window from ${from} to ${to} has no length: change one of its times, or allow any time.`;
    }
  }
  if (zone.kind === "fixed" && !isZone(zone.zone))
    return `“${zone.zone}” is not a time zone: choose one from the list, such as Europe/Berlin.`;
  return undefined;
}

/** Minutes since midnight of "HH:MM"; undefined when it is none. */
export function minutesOf(time: string): number | undefined {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : undefined;
}

/** The least wall-clock time at or after `local` that lies in a stretch. Both since 1970, local. */
function nextOpen(stretches: readonly OpenStretch[], local: number): number {
  const sinceMonday = modulo(local + DAYS_SINCE_MONDAY * DAY, WEEK);
  for (const [from, to] of stretches) {
    if (sinceMonday < from) return local + from - sinceMonday;
    if (sinceMonday < to) return local;
  }
  return local + WEEK + must(stretches[0])[0] - sinceMonday;
}

function openStretches(schedule: Schedule): readonly OpenStretch[] {
  let stretches = stretchesBySchedule.get(schedule);
  if (!stretches) {
    stretches = join(schedule.weekdays.flatMap((day) => stretchesOf(schedule.hours, day - 1)));
    stretchesBySchedule.set(schedule, stretches);
  }
  return stretches;
}

/** The stretches that begin on a day; `day` counts from Monday 0. */
function stretchesOf(hours: Schedule["hours"], day: number): OpenStretch[] {
  if (hours.kind === "any") return stretch(day, 0, MINUTES_A_DAY);
  if (hours.kind === "at") {
    const from = must(minutesOf(hours.time), `not a time: ${hours.time}`);
    return stretch(day, from, from + GRACE_MINUTES);
  }
  return hours.windows.flatMap((window) => {
    const from = must(minutesOf(window.from), `not a time: ${window.from}`);
    const to = must(minutesOf(window.to), `not a time: ${window.to}`);
    assert(from !== to, `a window without length: ${window.from}`);
    return stretch(day, from, to > from ? to : to + MINUTES_A_DAY);
  });
}

/** One stretch of a day in minutes; what runs past Sunday night opens the week. */
function stretch(day: number, fromMinute: number, toMinute: number): OpenStretch[] {
  const from = day * DAY + fromMinute * MINUTE;
  const to = day * DAY + toMinute * MINUTE;
  if (to <= WEEK) return [[from, to]];
  return [
    [from, WEEK],
    [0, to - WEEK],
  ];
}

function join(stretches: readonly OpenStretch[]): OpenStretch[] {
  const joined: OpenStretch[] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
