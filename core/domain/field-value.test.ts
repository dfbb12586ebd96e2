import { expect, test } from "vitest";
import { readFieldValue } from "./field-value.ts";

test.each([
  ["text stays as it is, without the blanks around it", " Köln ", "text", "Köln"],
  ["a number in a text field is text", 12, "text", "12"],
  ["nothing clears the field", "  ", "text", null],
  ["nothing clears a number too", "", "number", null],
  ["a number typed as text", "12.5", "number", 12.5],
  ["a number with a decimal comma", "12,5", "number", 12.5],
  ["zero is a number", 0, "number", 0],
  ["a word is no number", "twelve", "number", undefined],
  ["no number goes on for ever", "Infinity", "number", undefined],
  ["a yes is no number", true, "number", undefined],
  ["a yes", true, "boolean", true],
  ["a no typed as text", "false", "boolean", false],
  ["a word is neither yes nor no", "maybe", "boolean", undefined],
  ["a day", "2026-02-28", "date", "2026-02-28"],
  ["a leap day", "2024-02-29", "date", "2024-02-29"],
  ["a day that is not in the calendar", "2026-02-30", "date", undefined],
  ["a day written another way", "28.02.2026", "date", undefined],
  ["a number is no day", 20_260_228, "date", undefined],
] as const)("Field values: %s", (_name, value, type, expected) => {
  expect(readFieldValue(value, type)).toBe(expected);
});
