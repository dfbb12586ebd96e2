import { expect, test } from "vitest";
import { centsOf, valueWords, windowWords } from "./goal-words.ts";

test.each([
  { days: 1, words: "within 1 day" },
  { days: 30, words: "within 30 days" },
  { days: 3650, words: "within 3,650 days" },
])("A window of $days reads “$words”", ({ days, words }) => {
  expect(windowWords(days)).toBe(words);
});

test.each([
  { cents: 0, words: "—" },
  { cents: 5, words: "0.05" },
  { cents: 123_450, words: "1,234.50" },
])("A value of $cents cents reads “$words”", ({ cents, words }) => {
  expect(valueWords(cents)).toBe(words);
});

test.each([
  { name: "whole amounts", amount: 20, cents: 2000 },
  { name: "amounts that binary fractions cannot hold", amount: 19.99, cents: 1999 },
  { name: "an empty field", amount: Number.NaN, cents: 0 },
  { name: "less than nothing", amount: -3, cents: 0 },
])("Typed $name become cents", ({ amount, cents }) => {
  expect(centsOf(amount)).toBe(cents);
});
