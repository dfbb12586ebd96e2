import { expect, test } from "vitest";
import { reportDays } from "./report-days.ts";

function sent(at: string) {
  return { at: Date.parse(at), sent: 1, opened: 0, clicked: 0 };
}

test.each([
  ["nothing yet", "Europe/Berlin", [], []],
  [
    "a mail just after midnight there belongs to that day",
    "Europe/Berlin",
    ["2026-03-01T22:45:00Z", "2026-03-01T23:00:00Z", "2026-03-02T22:45:00Z"],
    [
      ["2026-03-01", 1],
      ["2026-03-02", 2],
    ],
  ],
  [
    "days without any mail are there",
    "UTC",
    ["2026-02-27T12:00:00Z", "2026-03-01T12:00:00Z"],
    [
      ["2026-02-27", 1],
      ["2026-02-28", 0],
      ["2026-03-01", 1],
    ],
  ],
  [
    "a day of 23 hours ends an hour earlier",
    "Europe/Berlin",
    ["2026-03-28T23:00:00Z", "2026-03-29T21:45:00Z", "2026-03-29T22:00:00Z"],
    [
      ["2026-03-29", 2],
      ["2026-03-30", 1],
    ],
  ],
  [
    "a zone that is three quarters of an hour off",
    "Asia/Kathmandu",
    ["2026-03-01T18:00:00Z", "2026-03-01T18:15:00Z"],
    [
      ["2026-03-01", 1],
      ["2026-03-02", 1],
    ],
  ],
  [
    "the night when the clocks are turned back past midnight",
    "America/Sao_Paulo",
    ["2018-02-18T01:30:00Z", "2018-02-18T02:30:00Z", "2018-02-18T03:00:00Z"],
    [
      ["2018-02-17", 2],
      ["2018-02-18", 1],
    ],
  ],
] as const)("Days of a report: %s", (_name, zone, mails, expected) => {
  const days = reportDays(mails.map(sent), zone);
  expect(days.map(({ day, sent }) => [day, sent])).toEqual(expected);
});

test("Days of a report: mails, opens and clicks are added up", () => {
  const at = Date.parse("2026-03-02T12:00:00Z");
  const quarters = [
    { at, sent: 3, opened: 1, clicked: 0 },
    { at: at + 900_000, sent: 1, opened: 2, clicked: 1 },
  ];
  expect(reportDays(quarters, "Europe/Berlin")).toEqual([
    { day: "2026-03-02", sent: 4, opened: 3, clicked: 1 },
  ]);
});
