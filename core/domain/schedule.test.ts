import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, MINUTE } from "../shared/clock.ts";
import type { Schedule, TimeWindow } from "./schedule.ts";
import { isAllowed, nextAllowed, scheduleProblem } from "./schedule.ts";
import { isZone } from "./zone.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];

function windows(weekdays: number[], ...list: [from: string, to: string][]): Schedule {
  const all: TimeWindow[] = list.map(([from, to]) => ({ from, to }));
  return { weekdays, hours: { kind: "windows", windows: all }, zone: { kind: "contact" } };
}

function at(weekdays: number[], time: string): Schedule {
  return { weekdays, hours: { kind: "at", time }, zone: { kind: "contact" } };
}

const any = (weekdays: number[]): Schedule => ({
  weekdays,
  hours: { kind: "any" },
  zone: { kind: "contact" },
});

const berlin = "Europe/Berlin";
const cases: [sentence: string, schedule: Schedule, zone: string, from: string, to: string][] = [
  [
    "an open moment is itself",
    windows(workdays, ["09:00", "17:00"]),
    berlin,
    "2026-05-04T08:00Z",
    "2026-05-04T08:00Z",
  ],
  [
    "before the window waits for it",
    windows(workdays, ["09:00", "17:00"]),
    berlin,
    "2026-05-04T05:00Z",
    "2026-05-04T07:00Z",
  ],
  [
    "the end of a window is outside it",
    windows(workdays, ["09:00", "17:00"]),
    berlin,
    "2026-05-04T15:00Z",
    "2026-05-05T07:00Z",
  ],
  [
    "Friday night waits for Monday",
    windows(workdays, ["09:00", "17:00"]),
    berlin,
    "2026-05-08T16:00Z",
    "2026-05-11T07:00Z",
  ],
  [
    "the weekday is the contact's, not UTC's",
    any([1]),
    "Pacific/Auckland",
    "2026-05-03T11:00Z",
    "2026-05-03T12:00Z",
  ],
  [
    "a fixed zone beats the contact's",
    { ...at(everyDay, "09:00"), zone: { kind: "fixed", zone: "Asia/Tokyo" } },
    berlin,
    "2026-05-04T05:00Z",
    "2026-05-05T00:00Z",
  ],
  [
    "at a time has 60 minutes' grace",
    at(everyDay, "09:00"),
    "UTC",
    "2026-05-04T09:59:59Z",
    "2026-05-04T09:59:59Z",
  ],
  [
    "the grace ends after 60 minutes",
    at(everyDay, "09:00"),
    "UTC",
    "2026-05-04T10:00Z",
    "2026-05-05T09:00Z",
  ],
  ["grace may pass midnight", at([1], "23:30"), "UTC", "2026-05-05T00:15Z", "2026-05-05T00:15Z"],
  [
    "an overnight window belongs to its start day",
    windows([5], ["22:00", "06:00"]),
    "UTC",
    "2026-05-09T05:00Z",
    "2026-05-09T05:00Z",
  ],
  [
    "the morning of the start day is not in it",
    windows([5], ["22:00", "06:00"]),
    "UTC",
    "2026-05-08T05:00Z",
    "2026-05-08T22:00Z",
  ],
  [
    "Sunday night runs into Monday",
    windows([7], ["22:00", "06:00"]),
    "UTC",
    "2026-05-11T05:59Z",
    "2026-05-11T05:59Z",
  ],
  [
    "a window cut by the skipped hour opens when the clocks land",
    windows([7], ["02:30", "03:30"]),
    berlin,
    "2026-03-29T00:00Z",
    "2026-03-29T01:00Z",
  ],
  [
    "a window wholly skipped waits for the next allowed day",
    windows(everyDay, ["02:00", "03:00"]),
    berlin,
    "2026-03-29T00:30Z",
    "2026-03-30T00:00Z",
  ],
  [
    "the repeated hour is open in its first pass",
    windows(everyDay, ["02:00", "03:00"]),
    berlin,
    "2026-10-24T23:00Z",
    "2026-10-25T00:00Z",
  ],
  [
    "and in its second pass",
    windows(everyDay, ["02:00", "03:00"]),
    berlin,
    "2026-10-25T01:30Z",
    "2026-10-25T01:30Z",
  ],
  [
    "a half-hour window repeats as a window",
    windows(everyDay, ["02:00", "02:30"]),
    berlin,
    "2026-10-25T00:40Z",
    "2026-10-25T01:00Z",
  ],
  [
    "Lord Howe moves by half an hour",
    windows(everyDay, ["02:00", "02:45"]),
    "Australia/Lord_Howe",
    "2026-10-03T15:00Z",
    "2026-10-03T15:30Z",
  ],
  [
    "Troll moves by two hours",
    windows(everyDay, ["01:30", "03:30"]),
    "Antarctica/Troll",
    "2026-03-29T00:45Z",
    "2026-03-29T01:00Z",
  ],
  [
    "Samoa had no Friday 30 December 2011",
    at([5], "09:00"),
    "Pacific/Apia",
    "2011-12-29T20:30Z",
    "2012-01-05T19:00Z",
  ],
  [
    "Casablanca turns its clocks back for Ramadan",
    windows(everyDay, ["02:30", "03:30"]),
    "Africa/Casablanca",
    "2026-02-15T02:00Z",
    "2026-02-15T02:30Z",
  ],
  [
    "29 February is a day like others",
    at([2], "12:00"),
    "UTC",
    "2028-02-28T13:00Z",
    "2028-02-29T12:00Z",
  ],
  [
    "the year ends without a seam",
    at([5], "00:00"),
    berlin,
    "2026-12-31T12:00Z",
    "2026-12-31T23:00Z",
  ],
  [
    "until midnight",
    windows(everyDay, ["18:00", "00:00"]),
    "UTC",
    "2026-05-04T23:59:59.999Z",
    "2026-05-04T23:59:59.999Z",
  ],
  [
    "midnight is outside it",
    windows(everyDay, ["18:00", "00:00"]),
    "UTC",
    "2026-05-04T00:00Z",
    "2026-05-04T18:00Z",
  ],
  [
    "windows may overlap",
    windows(everyDay, ["09:00", "12:00"], ["11:00", "14:00"]),
    "UTC",
    "2026-05-04T13:00Z",
    "2026-05-04T13:00Z",
  ],
  [
    "Kathmandu is 45 minutes off",
    at(everyDay, "09:00"),
    "Asia/Kathmandu",
    "2026-05-04T00:00Z",
    "2026-05-04T03:15Z",
  ],
  [
    "instants before 1970 count too",
    at([1], "09:00"),
    "UTC",
    "1969-12-31T00:00Z",
    "1970-01-05T09:00Z",
  ],
];

test.each(cases)("%s", (_sentence, schedule, zone, from, to) => {
  const result = nextAllowed(schedule, Date.parse(from), zone);
  expect(new Date(result).toISOString()).toBe(new Date(to).toISOString());
});

/** Zones and the days on which they do something awkward. */
const awkward: [zone: string, day: string][] = [
  ["UTC", "2026-01-01"],
  [berlin, "2026-03-29"],
  [berlin, "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Antarctica/Troll", "2026-03-29"],
  ["Antarctica/Troll", "2026-10-25"],
  ["Pacific/Apia", "2011-12-30"],
  ["Africa/Casablanca", "2026-02-15"],
  ["Africa/Casablanca", "2026-03-22"],
  ["Asia/Kathmandu", "2026-06-01"],
  ["Asia/Kolkata", "2026-06-01"],
  ["America/St_Johns", "2006-10-29"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["Asia/Pyongyang", "2018-05-05"],
  ["Pacific/Kiritimati", "1995-01-01"],
  ["Asia/Gaza", "2025-04-12"],
  ["America/Nuuk", "2023-03-26"],
];

const time = fc
  .tuple(fc.nat(23), fc.constantFrom("00", "15", "30", "45", "59"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);

const scheduleArbitrary: fc.Arbitrary<Schedule> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  hours: fc.oneof(
    fc.constant({ kind: "any" as const }),
    time.map((each) => ({ kind: "at" as const, time: each })),
    fc
      .array(
        fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
        { minLength: 1, maxLength: 3 },
      )
      .map((list) => ({ kind: "windows" as const, windows: list })),
  ),
  zone: fc.constant({ kind: "contact" as const }),
});

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Weekday and minute as the platform's own calendar shows them: nothing in common with the code tested. */
function wallClock(instant: number, zone: string): { weekday: number; minute: number } {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
    formatters.set(zone, formatter);
  }
  const parts = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, value]));
  const names = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const minute = Number(parts.get("hour")) * 60 + Number(parts.get("minute"));
  return { weekday: names.indexOf(parts.get("weekday") ?? ""), minute };
}

function isMember({ weekdays, hours }: Schedule, instant: number, zone: string): boolean {
  const { weekday, minute } = wallClock(instant, zone);
  const isDay = weekdays.includes(weekday);
  const isDayAfter = weekdays.includes(weekday === 1 ? 7 : weekday - 1);
  if (hours.kind === "any") return isDay;
  const list =
    hours.kind === "windows"
      ? hours.windows.map(({ from, to }) => [minutes(from), minutes(to)] as const)
      : [[minutes(hours.time), (minutes(hours.time) + 60) % 1440] as const];
  return list.some(([from, to]) =>
    from < to
      ? isDay && minute >= from && minute < to
      : (isDay && minute >= from) || (isDayAfter && minute < to),
  );
}

function minutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function bruteForce(schedule: Schedule, instant: number, zone: string): number {
  if (isMember(schedule, instant, zone)) return instant;
  // Zone offsets of these years are whole minutes, so the verdict only changes on whole minutes.
  let candidate = Math.ceil(instant / MINUTE) * MINUTE;
  while (!isMember(schedule, candidate, zone)) candidate += MINUTE;
  return candidate;
}

/** A zone, and an instant within two days of its awkward day: on any millisecond, minute or quarter. */
const place = fc
  .record({
    zoneAndDay: fc.constantFrom(...awkward),
    offset: fc.integer({ min: -2 * DAY, max: 2 * DAY }),
    roundTo: fc.constantFrom(1, MINUTE, 15 * MINUTE),
  })
  .map(({ zoneAndDay: [zone, day], offset, roundTo }) => ({
    zone,
    from: Date.parse(`${day}T00:00Z`) + Math.round(offset / roundTo) * roundTo,
  }));

describe("nextAllowed", () => {
  test("equals stepping minute by minute, on awkward days in many zones", () => {
    fc.assert(
      fc.property(scheduleArbitrary, place, (schedule, { zone, from }) => {
        expect(nextAllowed(schedule, from, zone)).toBe(bruteForce(schedule, from, zone));
      }),
      { numRuns: 400 },
    );
  });

  test("is itself allowed, never earlier, and keeps the order of instants", () => {
    fc.assert(
      fc.property(scheduleArbitrary, place, fc.nat(3 * DAY), (schedule, { zone, from }, later) => {
        const first = nextAllowed(schedule, from, zone);
        expect(first).toBeGreaterThanOrEqual(from);
        expect(isAllowed(schedule, first, zone)).toBe(true);
        expect(nextAllowed(schedule, first, zone)).toBe(first);
        expect(nextAllowed(schedule, from + later, zone)).toBeGreaterThanOrEqual(first);
      }),
    );
  });

  test("gives the same answer whichever instants were asked about before", () => {
    const schedule = windows(everyDay, ["02:00", "03:00"]);
    const from = Date.parse("2031-01-01T00:00Z");
    const forward = Array.from({ length: 400 }, (_, day) =>
      nextAllowed(schedule, from + day * DAY, "Europe/Paris"),
    );
    const backward = Array.from({ length: 400 }, (_, day) =>
      nextAllowed(schedule, from + (399 - day) * DAY, "Europe/Vienna"),
    );
    expect(backward.toReversed()).toEqual(forward);
  });

  test("refuses a schedule that never opens and a zone there is not", () => {
    expect(() => nextAllowed(any([]), 0, "UTC")).toThrow("never opens");
    expect(() => nextAllowed(any([1]), 0, "Mars/Olympus")).toThrow("not a time zone");
  });
});

test.each([
  ["Europe/Berlin", true],
  ["UTC", true],
  ["Mars/Olympus", false],
  ["+02:00", false],
  ["", false],
  ["not a zone", false],
])("isZone(%j) is %s", (name, expected) => {
  expect(isZone(name)).toBe(expected);
  expect(isZone(name)).toBe(expected);
});

const problems: [Schedule, string | undefined][] = [
  [any(everyDay), undefined],
  [windows(workdays, ["22:00", "06:00"]), undefined],
  [any([]), "choose at least one weekday"],
  [any([8]), "weekday that does not exist"],
  [windows(workdays), "add a time window"],
  [windows(workdays, ["09:00", "09:00"]), "has no length"],
  [windows(workdays, ["09:00", ""]), "not complete"],
  [at(workdays, "9:5"), "no time of day"],
  [{ ...any([1]), zone: { kind: "fixed", zone: "Mars/Olympus" } }, "not a time zone"],
];

test.each(problems)("%j: %s", (schedule, problem) => {
  const found = scheduleProblem(schedule);
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(problem);
});
