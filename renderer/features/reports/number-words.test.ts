import { expect, test } from "vitest";
import { meaningOf, type Numbers, wholesOf } from "./number-words.ts";

/** One person, who was sent three emails and opened them all. */
const ana: Numbers = {
  sent: 3,
  uncertain: 0,
  bounced: 0,
  delivered: 3,
  trackedDelivered: 3,
  reached: 1,
  reachedTracked: 1,
  opened: 1,
  openedByMachine: 0,
  openedUnsure: 0,
  clicked: 0,
  clickedByMachine: 0,
  replied: 0,
  unsubscribed: 0,
  complained: 0,
};

test("A campaign's rates are of the people it reached, an email's of the emails delivered", () => {
  expect(wholesOf(ana, { isWhole: true })).toEqual({ all: 1, tracked: 1 });
  expect(wholesOf(ana, { isWhole: false })).toEqual({ all: 3, tracked: 3 });
});

test("The definition says so", () => {
  expect(meaningOf("opened", { isWhole: true })).toContain("of the people a tracked one reached");
  expect(meaningOf("opened", { isWhole: false })).toContain("of the delivered emails");
  expect(meaningOf("sent", { isWhole: true })).toBe(meaningOf("sent", { isWhole: false }));
});
