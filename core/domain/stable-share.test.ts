import { expect, test } from "vitest";
import { stableShare } from "./stable-share.ts";

const people = Array.from({ length: 20_000 }, (_, n) => `person-${n}`);

/** How far ten equal shares of people are from a tenth each, as chi squared with nine degrees of freedom. */
function unevenness(shares: readonly number[]): number {
  const counts = Array.from(
    { length: 10 },
    (_, tenth) => shares.filter((share) => Math.floor(share / 10) === tenth).length,
  );
  const expected = shares.length / 10;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

test("is the same for the same person and step", () => {
  expect(stableShare("ana", "s1")).toBe(stableShare("ana", "s1"));
  expect(stableShare("ana", "s1")).not.toBe(stableShare("ana", "s2"));
});

test("lies in its bounds and spreads people evenly", () => {
  const shares = people.map((uid) => stableShare(uid, "split"));
  expect(shares.every((share) => share >= 0 && share < 100)).toBe(true);
  // 27.9 is met once in a thousand by a true lot.
  expect(unevenness(shares)).toBeLessThan(27.9);
});

test("says nothing of where the same people stand at another step", () => {
  const lower = people.filter((uid) => stableShare(uid, "one") < 50);
  expect(unevenness(lower.map((uid) => stableShare(uid, "two")))).toBeLessThan(27.9);
});
