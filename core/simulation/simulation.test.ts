import { describe, expect, test } from "vitest";
import { neverMet, tallyLines } from "./met.ts";
import { simulate, STEPS } from "./simulate.ts";
import { createTally } from "./tally.ts";

// One half of the lives that `npm test` looks at; the other half, on the other core, is in `more-lives.test.ts`.
// `npm run sim` looks longer, and elsewhere.
const LIVES = 150;

describe("Whatever people, owner, servers, clocks and crashes do, every promise is kept", () => {
  const tally = createTally();
  const traces = new Map<number, string>();
  test.each(Array.from({ length: LIVES }, (_, n) => 1 + n))(
    "in life %i",
    { timeout: 120_000 },
    async (seed) => {
      const { trace, broken } = await simulate(seed, STEPS, tally);
      traces.set(seed, trace);
      expect(broken).toEqual([]);
    },
  );

  test("and everything that can happen did", () => {
    console.log(`${LIVES} lives met\n${tallyLines(tally).join("\n")}`);
    expect(neverMet(tally)).toEqual([]);
  });

  test("and the same seed lives the same life", { timeout: 120_000 }, async () => {
    const { trace } = await simulate(1, STEPS, createTally());
    expect(trace).toBe(traces.get(1));
  });
});
