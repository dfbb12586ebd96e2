import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDate, weighDate } from "./read-date.ts";

describe("A date is read", () => {
  const cases: [text: string, date: string | null][] = [
    ["2026-05-03", "2026-05-03"],
    ["2026/5/3", "2026-05-03"],
    ["2026.05.03", "2026-05-03"],
    ["20260503", "2026-05-03"],
    ["2026-05-03T10:00:00Z", "2026-05-03"],
    ["2026-05-03 10:00:00.123 +02:00", "2026-05-03"],
    ["03.05.2026", "2026-05-03"],
    ["3.5.26", "2026-05-03"],
    ["3. 5. 2026", "2026-05-03"],
    ["3/5/2026 9:15 PM", "2026-05-03"],
    ["03-05-88", "1988-05-03"],
    ["3 May 2026", "2026-05-03"],
    ["3rd of May 2026", "2026-05-03"],
    ["03-May-26", "2026-05-03"],
    ["May 3, 2026", "2026-05-03"],
    ["Sunday, May 3rd, 2026", "2026-05-03"],
    ["3. März 2026", "2026-03-03"],
    ["1er février 2026", "2026-02-01"],
    ["3 de mayo de 2026", "2026-05-03"],
    ["12 października 2026", "2026-10-12"],
    ["29.02.2024", "2024-02-29"],
    ["29.02.2025", null],
    ["31.04.2026", null],
    ["2026-13-01", null],
    ["03/05.2026", null],
    ["Mayor 2026", null],
    ["12345678", null],
    ["soon", null],
    ["", null],
  ];
  test.each(cases)("%s as %s", (text, date) => {
    expect(readDate(text, "day-first")).toBe(date);
  });
});

test.each([
  ["25/12/2026", "day-first"],
  ["12/25/2026", "month-first"],
  ["05/03/2026", "either"],
  ["05/05/2026", "sure"],
  ["2026-05-03", "sure"],
  ["32/13/2026", "none"],
] as const)("%s speaks for %s", (text, evidence) => {
  expect(weighDate(text)).toBe(evidence);
});

test("A date written out in either order is read back in that order", () => {
  const date = fc.date({
    min: new Date("1950-01-01"),
    max: new Date("2049-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, fc.constantFrom("/", ".", "-"), (instant, mark) => {
      const day = instant.toISOString().slice(0, 10);
      const [year = "", mm = "", dd = ""] = day.split("-");
      expect(readDate([dd, mm, year].join(mark), "day-first")).toBe(day);
      expect(readDate([mm, dd, year.slice(2)].join(mark), "month-first")).toBe(day);
    }),
  );
});
