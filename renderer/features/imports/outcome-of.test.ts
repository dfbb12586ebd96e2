import { expect, test } from "vitest";
import { outcomeOf } from "./outcome-of.ts";

const counts = {
  rows: 3,
  added: 1,
  updated: 0,
  unchanged: 0,
  invalid: 1,
  duplicates: 0,
  suppressed: 1,
};

test("What an import did is said with what it left out", () => {
  expect(outcomeOf({ state: "done", result: counts, problem: null })).toEqual({
    tone: "good",
    title: "Imported: 1 new",
    text: "2 rows were left out.",
  });
});

test("An import that changed nothing says so", () => {
  const result = { ...counts, added: 0, invalid: 0, suppressed: 0, unchanged: 3 };
  expect(outcomeOf({ state: "done", result, problem: null })).toMatchObject({
    title: "Nothing had to be changed",
    text: "No row was left out.",
  });
});

test("An undo that could not bring back everyone warns", () => {
  const problem = "2 contacts were changed or mailed since and left as they are.";
  expect(outcomeOf({ state: "undone", result: counts, problem })).toMatchObject({
    tone: "warn",
    text: problem,
  });
});

test("A refused file is told in the core's words", () => {
  const problem = "This file is empty. Choose another one.";
  expect(outcomeOf({ state: "failed", result: null, problem })).toEqual({
    tone: "bad",
    title: "This file was not imported",
    text: problem,
  });
});
