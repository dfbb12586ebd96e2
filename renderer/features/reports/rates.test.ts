import { describe, expect, test } from "vitest";
import { formatCount, formatPeople, formatRate, formatValue } from "./rates.ts";

describe("a rate", () => {
  const cases = [
    { name: "has one decimal", part: 69, whole: 200, shown: "34.5 %" },
    { name: "has none where there is nothing to say", part: 1, whole: 4, shown: "25 %" },
    { name: "of nothing is a dash", part: 0, whole: 0, shown: "–" },
    { name: "of none of some is zero", part: 0, whole: 12, shown: "0 %" },
    { name: "of all is a hundred", part: 12, whole: 12, shown: "100 %" },
    { name: "of very few is not zero", part: 1, whole: 100_000, shown: "< 0.1 %" },
    { name: "of nearly all is not all", part: 99_999, whole: 100_000, shown: "> 99.9 %" },
    { name: "is rounded, not cut", part: 2, whole: 3, shown: "66.7 %" },
  ];
  test.each(cases)("$name: $shown", ({ part, whole, shown }) => {
    expect(formatRate(part, whole)).toBe(shown);
  });
});

test("counts, people and values read as people write them", () => {
  expect(formatCount(1_204_000)).toBe("1,204,000");
  expect(formatPeople(1)).toBe("1 person");
  expect(formatPeople(0)).toBe("0 people");
  expect(formatPeople(1204)).toBe("1,204 people");
  expect(formatValue(125_000)).toBe("1,250.00");
});
