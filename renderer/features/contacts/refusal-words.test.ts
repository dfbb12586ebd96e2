import { expect, test } from "vitest";
import { refusalWords } from "./refusal-words.ts";

test("Reasons are told once each, the most frequent first", () => {
  const refused = ["is inside already", "the contact is archived", "is inside already"];
  expect(refusalWords(refused.map((reason) => ({ reason })))).toEqual([
    "2: is inside already",
    "1: the contact is archived",
  ]);
});

test("Nobody refused is no word", () => {
  expect(refusalWords([])).toEqual([]);
});
