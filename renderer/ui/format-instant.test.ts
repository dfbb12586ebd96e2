import { describe, expect, test } from "vitest";
import { formatInstant, zoneWords } from "./format-instant.ts";

const may = Date.UTC(2026, 4, 5, 9, 0);

describe("A point in time in words", () => {
  const cases = [
    { name: "in full", zone: "Europe/Lisbon", style: "full", text: "Tue 5 May 2026, 10:00" },
    { name: "short", zone: "Europe/Lisbon", style: "short", text: "5 May, 10:00" },
    { name: "the day alone", zone: "Europe/Lisbon", style: "day", text: "5 May 2026" },
    { name: "the time alone", zone: "Europe/Lisbon", style: "time", text: "10:00" },
    { name: "in another zone", zone: "Asia/Tokyo", style: "short", text: "5 May, 18:00" },
  ] as const;
  test.each(cases)("$name", ({ zone, style, text }) => {
    expect(formatInstant(may, zone, style)).toBe(text);
  });

  test("midnight is 00:00, not 24:00", () => {
    expect(formatInstant(Date.UTC(2026, 0, 1), "UTC", "time")).toBe("00:00");
  });
});

describe("A zone as people call it", () => {
  test.each([
    ["Europe/Lisbon", "Lisbon"],
    ["America/New_York", "New York"],
    ["America/Argentina/Buenos_Aires", "Buenos Aires"],
    ["UTC", "UTC"],
  ])("%s is %s", (zone, text) => {
    expect(zoneWords(zone)).toBe(text);
  });
});
