import { expect, test } from "vitest";
import { planOf } from "#core/domain/plan-examples.ts";
import { exitWords } from "./exit-words.ts";

test.each([
  [planOf([]), true, "reaches the goal, unsubscribes or replies"],
  [planOf([], { exitOnReply: false }), false, "unsubscribes"],
  [planOf([], { exitOnLeave: true }), false, "unsubscribes, replies or leaves the segment"],
])("what takes people out early: %#", (plan, hasGoal, expected) => {
  expect(exitWords(plan, hasGoal)).toBe(expected);
});
