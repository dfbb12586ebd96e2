import { describe, expect, test } from "vitest";
import type { WaitUntil } from "./campaign.ts";
import { waitEnd } from "./wait-end.ts";

const MARCH = Date.parse("2026-03-02T12:00:00Z");

function endOf(
  until: WaitUntil,
  options: { readonly zone?: string; readonly field?: string | number | null } = {},
): string {
  const { zone = "UTC", field = null } = options;
  const end = waitEnd(until, {
    sinceAt: MARCH,
    contactZone: zone,
    zone,
    fieldOf: (key) => (key === "renewal" ? field : null),
  });
  return end.kind === "at" ? new Date(end.at).toISOString() : `${end.then}: ${end.reason}`;
}

function day(date: string, time = "09:00"): WaitUntil {
  return { kind: "date", date, time, past: "end" };
}

function field(
  amount: number,
  unit: "days" | "weeks" | "months",
  side: "before" | "after",
): WaitUntil {
  const offset = { amount, unit };
  return { kind: "field", field: "renewal", offset, side, time: "09:00", past: "skip" };
}

describe("A wait for a day", () => {
  test.each([
    [day("2026-05-03"), "UTC", "2026-05-03T09:00:00.000Z"],
    [day("2026-05-03"), "Asia/Tokyo", "2026-05-03T00:00:00.000Z"],
    // Half past two is skipped by the clocks that night.
    [day("2026-03-29", "02:30"), "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ])("%#", (until, zone, expected) => {
    expect(endOf(until, { zone })).toBe(expected);
  });

  test("ends at once where the time is the one somebody came at, and is past a minute before", () => {
    expect(endOf(day("2026-03-02", "12:00"))).toBe("2026-03-02T12:00:00.000Z");
    expect(endOf(day("2026-03-02", "11:59"))).toBe("end: 2026-03-02 at 11:59 was past");
  });
});

describe("A wait for a date of the person", () => {
  test.each([
    [field(0, "days", "before"), "2026-06-30", "2026-06-30T09:00:00.000Z"],
    [field(3, "days", "before"), "2026-06-30", "2026-06-27T09:00:00.000Z"],
    [field(2, "weeks", "after"), "2026-06-30", "2026-07-14T09:00:00.000Z"],
    // The last day of a month stands for one that is not there.
    [field(1, "months", "before"), "2026-07-31", "2026-06-30T09:00:00.000Z"],
    [field(12, "months", "after"), "2028-02-29", "2029-02-28T09:00:00.000Z"],
  ])("%#", (until, value, expected) => {
    expect(endOf(until, { field: value })).toBe(expected);
  });

  test.each([[null], [7], ["soon"], [""]])("is not known from %j", (value) => {
    expect(endOf(field(0, "days", "before"), { field: value })).toBe(
      "skip: the date it waits for is not known",
    );
  });
});
