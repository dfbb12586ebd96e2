import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, MINUTE } from "../shared/clock.ts";
import { maySend, nextSend, quietHoursProblem, type QuietHours } from "./quiet-hours.ts";
import { anyTime, isAllowed, type Schedule } from "./schedule.ts";

const NIGHT: QuietHours = { from: "22:00", to: "07:00" };

function sendAt(
  schedule: Schedule,
  from: string,
  zone = "UTC",
  quiet: QuietHours | null = NIGHT,
): string {
  return new Date(nextSend(schedule, Date.parse(from), zone, quiet)).toISOString().slice(0, 16);
}

function at(time: string): Schedule {
  return { ...anyTime, hours: { kind: "at", time } };
}

describe("Quiet hours", () => {
  test.each([
    ["by day nothing is moved", anyTime, "2026-03-02T12:00Z", "UTC", "2026-03-02T12:00"],
    ["at night it waits for the morning", anyTime, "2026-03-02T23:30Z", "UTC", "2026-03-03T07:00"],
    ["from their first minute on", anyTime, "2026-03-02T22:00Z", "UTC", "2026-03-03T07:00"],
    ["on each person's own clock", anyTime, "2026-03-02T12:30Z", "Asia/Tokyo", "2026-03-02T12:30"],
    ["and not on ours", anyTime, "2026-03-02T13:30Z", "Asia/Tokyo", "2026-03-02T22:00"],
    [
      "a weekday that begins at night begins in the morning",
      { ...anyTime, weekdays: [2] },
      "2026-03-02T12:00Z",
      "UTC",
      "2026-03-03T07:00",
    ],
    [
      "a zone that is fixed is read on its own clock, and the person's is quiet",
      { ...at("09:00"), zone: { kind: "fixed", zone: "Europe/Berlin" } },
      "2026-03-02T00:00Z",
      "America/New_York",
      // Nine in Berlin is three at night in New York, every day: the schedule was meant.
      "2026-03-02T08:00",
    ],
    [
      "a schedule wholly in them holds alone",
      at("23:00"),
      "2026-03-02T12:00Z",
      "UTC",
      "2026-03-02T23:00",
    ],
  ] as const)("%s", (_name, schedule, from, zone, expected) => {
    expect(sendAt(schedule, from, zone)).toBe(expected);
  });

  test("equal stepping minute by minute through both", () => {
    const times = ["00:30", "02:30", "07:00", "12:00", "18:45", "22:00", "23:59"] as const;
    const window = fc
      .tuple(fc.constantFrom(...times), fc.constantFrom(...times))
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => ({ from, to }));
    const zones = ["UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns"] as const;
    fc.assert(
      fc.property(
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        window,
        window,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 40 * 24 * 60 }),
        (weekdays, hours, quiet, zone, minutes) => {
          const from = Date.parse("2026-03-15T00:00Z") + minutes * MINUTE;
          const schedule: Schedule = {
            ...anyTime,
            weekdays,
            hours: { kind: "windows", windows: [hours] },
          };
          const awake: Schedule = {
            ...anyTime,
            hours: { kind: "windows", windows: [{ from: quiet.to, to: quiet.from }] },
          };
          const both = (instant: number): boolean =>
            isAllowed(schedule, instant, zone) && isAllowed(awake, instant, zone);
          let expected = from;
          while (!both(expected) && expected < from + 10 * DAY) expected += MINUTE;
          const found = nextSend(schedule, from, zone, quiet);
          if (both(expected)) expect(found).toBe(expected);
          else expect(isAllowed(schedule, found, zone)).toBe(true);
          expect(maySend(schedule, found, zone, quiet)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    [{ from: "22:00", to: "22:00" }, "same time"],
    [{ from: "22", to: "07:00" }, "hours and minutes"],
  ])("%j are none", (quiet, words) => {
    expect(quietHoursProblem(quiet)).toContain(words);
  });
});
