import { expect, test } from "vitest";
import { problemAt } from "#core/domain/campaign-facts.ts";
import { checkWords } from "./check-words.ts";

const error = problemAt(null, "error", "No steps.");
const note = problemAt("a", "note", "Nothing.");

test.each([
  [[], "all well"],
  [[note], "1 note"],
  [[error, error], "2 problems"],
  [[error, note, note], "1 problem, 2 notes"],
])("what the check says: %#", (problems, expected) => {
  expect(checkWords(problems)).toBe(expected);
});
