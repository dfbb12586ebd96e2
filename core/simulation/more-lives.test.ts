import { expect, test } from "vitest";
import { simulate, STEPS } from "./simulate.ts";
import { createTally } from "./tally.ts";

/** Those of `simulation.test.ts` are the ones before. */
const FROM = 151;
const LIVES = 150;

test.each(Array.from({ length: LIVES }, (_, n) => FROM + n))(
  "Every promise is kept in life %i",
  { timeout: 120_000 },
  async (seed) => {
    expect((await simulate(seed, STEPS, createTally())).broken).toEqual([]);
  },
);
