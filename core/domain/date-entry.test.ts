import { expect, test } from "vitest";
import { nextOccurrence, type DateEntry } from "./date-entry.ts";

const onTheDay: DateEntry = {
  kind: "date-reached",
  field: "date",
  offset: { amount: 0, unit: "days" },
  side: "before",
  time: "09:00",
  isYearly: false,
};

const yearly = { isYearly: true };
const days = (amount: number) => ({ offset: { amount, unit: "days" as const } });
const months = (amount: number) => ({ offset: { amount, unit: "months" as const } });

test.each<
  [what: string, Partial<DateEntry>, value: unknown, zone: string, after: string, at: string | null]
>([
  ["on the day", {}, "2026-05-03", "UTC", "2026-05-02T00:00Z", "2026-05-03T09:00Z"],
  ["on the day, in time", {}, "2026-05-03", "UTC", "2026-05-03T08:59Z", "2026-05-03T09:00Z"],
  ["at that very moment, which is over", {}, "2026-05-03", "UTC", "2026-05-03T09:00Z", null],
  ["of a day that is past", {}, "2026-05-03", "UTC", "2027-01-01T00:00Z", null],
  ["on their own clock", {}, "2026-05-03", "Asia/Tokyo", "2026-05-02T00:00Z", "2026-05-03T00:00Z"],
  ["before it", days(3), "2026-05-03", "UTC", "2026-01-01T00:00Z", "2026-04-30T09:00Z"],
  [
    "after it",
    { ...days(3), side: "after" },
    "2026-05-30",
    "UTC",
    "2026-01-01T00:00Z",
    "2026-06-02T09:00Z",
  ],
  [
    "a month before a 31st",
    months(1),
    "2026-03-31",
    "UTC",
    "2026-01-01T00:00Z",
    "2026-02-28T09:00Z",
  ],
  ["this year", yearly, "1980-05-03", "UTC", "2026-05-03T08:00Z", "2026-05-03T09:00Z"],
  ["next year", yearly, "1980-05-03", "UTC", "2026-05-03T09:00Z", "2027-05-03T09:00Z"],
  [
    "not before its own year",
    yearly,
    "2029-05-03",
    "UTC",
    "2026-05-03T09:00Z",
    "2029-05-03T09:00Z",
  ],
  ["on the 28th for a 29th", yearly, "2000-02-29", "UTC", "2026-01-01T00:00Z", "2026-02-28T09:00Z"],
  [
    "on the 29th where there is one",
    yearly,
    "2000-02-29",
    "UTC",
    "2027-03-01T00:00Z",
    "2028-02-29T09:00Z",
  ],
  [
    "over the turn of the year, before",
    { ...yearly, ...days(10) },
    "1980-01-05",
    "UTC",
    "2026-12-01T00:00Z",
    "2026-12-26T09:00Z",
  ],
  [
    "over the turn of the year, after",
    { ...yearly, ...days(10), side: "after" },
    "1980-12-28",
    "UTC",
    "2026-01-01T00:00Z",
    "2026-01-07T09:00Z",
  ],
  [
    "years before it",
    { ...yearly, ...months(30) },
    "1980-05-03",
    "UTC",
    "2026-01-01T00:00Z",
    "2026-11-03T09:00Z",
  ],
  [
    "a time the clocks skip",
    { time: "02:30" },
    "2026-03-29",
    "Europe/Berlin",
    "2026-01-01T00:00Z",
    "2026-03-29T01:30Z",
  ],
  ["no date", yearly, "soon", "UTC", "2026-01-01T00:00Z", null],
  ["nothing", yearly, null, "UTC", "2026-01-01T00:00Z", null],
])("somebody starts %s", (_what, change, value, zone, after, at) => {
  const next = nextOccurrence({ ...onTheDay, ...change }, value, zone, Date.parse(after));
  expect(next?.at ?? null).toBe(at === null ? null : Date.parse(at));
});

test("the day is the one on the clock it is read on", () => {
  const next = nextOccurrence(onTheDay, "2026-05-03", "Pacific/Kiritimati", 0);
  expect(next).toEqual({ at: Date.parse("2026-05-02T19:00Z"), day: "2026-05-03" });
});
