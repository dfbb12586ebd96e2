import { expect, test } from "vitest";
import { email, split, waitForDay } from "./plan-examples.ts";
import { stepMention } from "./step-mention.ts";

test.each([
  [email("a", { name: "Welcome" }), "“Welcome”"],
  [email("a", { name: " " }), "An email"],
  [split([]), "The split “Interest”"],
  [{ ...split([]), name: "" }, "A split"],
  [waitForDay({}), "The wait until 3 May 2026 at 09:00"],
])("a step in a list: %#", (step, words) => {
  expect(stepMention(step)).toBe(words);
});
