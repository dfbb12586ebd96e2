import fc from "fast-check";
import { expect, test } from "vitest";
import { readTypedNumber, typedNumber } from "./typed-number.ts";

test.each([
  ["49,50", 49.5],
  ["49.50", 49.5],
  [" -1.5 ", -1.5],
  ["−3", -3],
  ["+4", 4],
  ["5", 5],
  ["12.", 12],
  [",5", 0.5],
  ["-0", 0],
  ["0,125", 0.125],
  ["1234.567", 1234.567],
  ["12,3456", 12.3456],
  ["1,000.5", 1000.5],
  ["1.000,50", 1000.5],
  ["1 234,567", 1234.567],
  ["1’234", 1234],
  ["1,234,567", 1_234_567],
  ["1.234.567", 1_234_567],
])("A typed number: %j is %d", (text, number) => {
  expect(readTypedNumber(text)).toEqual({ number });
});

test.each(["1,234", "-1.234", "12.345"])("A typed number: %j can be read in two ways", (text) => {
  expect(readTypedNumber(text)).toHaveProperty(
    "problem",
    expect.stringContaining("can be read in two ways"),
  );
});

test.each([
  "",
  ".",
  "-",
  "twelve",
  "1e3",
  "Infinity",
  "1,23,456",
  "1.2.3",
  "1,234,56",
  "1.234,567,8",
  "1 23",
  "--5",
  "9".repeat(41),
])("A typed number: %j is none", (text) => {
  expect(readTypedNumber(text)).toHaveProperty(
    "problem",
    expect.stringContaining("is not a number"),
  );
});

test.each([
  ["1,000", 0, { number: 1000 }],
  ["1.000", 0, { number: 1000 }],
  ["3,0", 0, { number: 3 }],
  ["1,5", 0, { problem: "“1,5” is not a whole number: write one such as 2." }],
  ["9,500", 2, { problem: expect.stringContaining("can be read in two ways") }],
  ["9,5000", 2, { number: 9.5 }],
  [
    "49,5051",
    2,
    { problem: "“49,5051” has more than 2 digits after the mark: write 49.51, for instance." },
  ],
])("A typed number: %j with %d decimals", (text, decimals, read) => {
  expect(readTypedNumber(text, { decimals })).toEqual(read);
});

test("What is written out is read back as the same number", () => {
  expect(typedNumber(1.234)).toBe("1.2340");
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 }), (n, tens) => {
      const number = n / 10 ** tens;
      if (String(number).includes("e")) return;
      expect(readTypedNumber(typedNumber(number))).toEqual({ number: number === 0 ? 0 : number });
    }),
  );
});
