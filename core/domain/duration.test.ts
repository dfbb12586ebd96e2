import { describe, expect, test } from "vitest";
import type { Duration } from "./campaign.ts";
import { addDuration, durationSentence } from "./duration.ts";

const cases: [sentence: string, from: string, duration: Duration, zone: string, to: string][] = [
  [
    "nothing changes nothing",
    "2026-03-01T10:00Z",
    { amount: 0, unit: "days" },
    "Europe/Berlin",
    "2026-03-01T10:00Z",
  ],
  [
    "minutes are exact",
    "2026-03-29T00:30Z",
    { amount: 90, unit: "minutes" },
    "Europe/Berlin",
    "2026-03-29T02:00Z",
  ],
  [
    "24 hours are not a day when the clocks change",
    "2026-03-28T10:00Z",
    { amount: 24, unit: "hours" },
    "Europe/Berlin",
    "2026-03-29T10:00Z",
  ],
  [
    "a day keeps the local time when the clocks go forward",
    "2026-03-28T10:00Z",
    { amount: 1, unit: "days" },
    "Europe/Berlin",
    "2026-03-29T09:00Z",
  ],
  [
    "a day keeps the local time when the clocks go back",
    "2026-10-24T10:00Z",
    { amount: 1, unit: "days" },
    "Europe/Berlin",
    "2026-10-25T11:00Z",
  ],
  [
    "a skipped local time becomes the later one",
    "2026-03-28T01:30Z",
    { amount: 1, unit: "days" },
    "Europe/Berlin",
    "2026-03-29T01:30Z",
  ],
  [
    "a repeated local time is its first pass",
    "2026-10-24T00:30Z",
    { amount: 1, unit: "days" },
    "Europe/Berlin",
    "2026-10-25T00:30Z",
  ],
  [
    "a week is seven days",
    "2026-03-25T10:00Z",
    { amount: 1, unit: "weeks" },
    "Europe/Berlin",
    "2026-04-01T09:00Z",
  ],
  [
    "a month from 31 January ends on 28 February",
    "2026-01-31T12:00Z",
    { amount: 1, unit: "months" },
    "UTC",
    "2026-02-28T12:00Z",
  ],
  [
    "a month from 31 January ends on 29 February in a leap year",
    "2028-01-31T12:00Z",
    { amount: 1, unit: "months" },
    "UTC",
    "2028-02-29T12:00Z",
  ],
  [
    "two months from 31 December end on the last of February",
    "2026-12-31T12:00Z",
    { amount: 2, unit: "months" },
    "UTC",
    "2027-02-28T12:00Z",
  ],
  [
    "a day that Samoa skipped is passed over",
    "2011-12-29T20:00Z",
    { amount: 1, unit: "days" },
    "Pacific/Apia",
    "2011-12-30T20:00Z",
  ],
  [
    "half-hour summer time on Lord Howe",
    "2026-10-03T01:00Z",
    { amount: 1, unit: "days" },
    "Australia/Lord_Howe",
    "2026-10-04T00:30Z",
  ],
];

describe("addDuration", () => {
  test.each(cases)("%s", (_sentence, from, duration, zone, to) => {
    const result = addDuration(Date.parse(from), duration, zone);
    expect(new Date(result).toISOString()).toBe(new Date(to).toISOString());
  });

  test("refuses half and negative amounts", () => {
    expect(() => addDuration(0, { amount: 0.5, unit: "days" }, "UTC")).toThrow();
    expect(() => addDuration(0, { amount: -1, unit: "hours" }, "UTC")).toThrow();
  });
});

test.each([
  [{ amount: 0, unit: "hours" }, "at once"],
  [{ amount: 1, unit: "days" }, "1 day"],
  [{ amount: 3, unit: "days" }, "3 days"],
  [{ amount: 1, unit: "months" }, "1 month"],
] satisfies [Duration, string][])("%j reads %s", (duration, sentence) => {
  expect(durationSentence(duration)).toBe(sentence);
});
