import { expect, test } from "vitest";
import { nextWeekdayTime } from "./next-weekday-time.ts";

const berlin = "Europe/Berlin";

test.each([
  ["the moment itself counts", [1], "09:00", "2026-05-04T07:00Z", berlin, "2026-05-04T07:00Z"],
  ["a minute later is next week", [1], "09:00", "2026-05-04T07:01Z", berlin, "2026-05-11T07:00Z"],
  [
    "the nearest of several days",
    [1, 4],
    "09:00",
    "2026-05-05T07:00Z",
    berlin,
    "2026-05-07T07:00Z",
  ],
  [
    "a skipped time is the later one",
    [7],
    "02:30",
    "2026-03-28T12:00Z",
    berlin,
    "2026-03-29T01:30Z",
  ],
  [
    "a repeated time is its first pass",
    [7],
    "02:30",
    "2026-10-24T12:00Z",
    berlin,
    "2026-10-25T00:30Z",
  ],
  ["the second pass waits a week", [7], "02:30", "2026-10-25T01:00Z", berlin, "2026-11-01T01:30Z"],
  [
    "a skipped Friday waits a week",
    [5],
    "09:00",
    "2011-12-29T20:00Z",
    "Pacific/Apia",
    "2012-01-05T19:00Z",
  ],
] as const)("%s", (_sentence, weekdays, time, from, zone, to) => {
  const result = nextWeekdayTime(weekdays, time, Date.parse(from), zone);
  expect(new Date(result).toISOString()).toBe(new Date(to).toISOString());
});

test("refuses no weekday at all", () => {
  expect(() => nextWeekdayTime([], "09:00", 0, "UTC")).toThrow("no weekday");
});
