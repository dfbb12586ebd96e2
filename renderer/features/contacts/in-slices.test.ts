import { expect, test } from "vitest";
import { inSlices } from "./in-slices.ts";

const ids = Array.from({ length: 1201 }, (_, index) => `c${index}`);

test("Many contacts go in slices, in order, and it is told how far they are", async () => {
  const told: number[] = [];
  const slices = await inSlices(
    ids,
    (slice) => Promise.resolve(slice),
    (count) => told.push(count),
  );
  expect(slices.map(({ length }) => length)).toEqual([500, 500, 201]);
  expect(slices.flat()).toEqual(ids);
  expect(told).toEqual([500, 1000, 1201]);
});

test("A refusal stops what is left", async () => {
  const told: number[] = [];
  const run = inSlices(
    ids,
    () => (told.length === 1 ? Promise.reject(new Error("No.")) : Promise.resolve()),
    (count) => told.push(count),
  );
  await expect(run).rejects.toThrow("No.");
  expect(told).toEqual([500]);
});
