import { expect, test } from "vitest";
import { placeWords } from "./enrollment-words.ts";

test.each([
  ["active", "“Lesson 2”", "At “Lesson 2”"],
  ["held", "The wait of 3 days", "At the wait of 3 days"],
  ["exited", "unsubscribed", "Unsubscribed"],
  ["done", "reached the end of the campaign", "Reached the end of the campaign"],
])("A run that is %s at %s", (state, where, words) => {
  expect(placeWords({ state, where })).toBe(words);
});
