import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import { createTally } from "./tally.ts";

/** `SIMULATED_LIVES=300 SIMULATED_FROM=1000 npx vitest run core/simulation` looks longer, and elsewhere. */
const LIVES = Number(process.env["SIMULATED_LIVES"] ?? 4);
const FROM = Number(process.env["SIMULATED_FROM"] ?? 1);
const STEPS = 30;

/** What so many lives must have met, or they prove nothing. */
const MET =
  "crash,sleep,meanwhile,lost answer,lost after the intent,went live,published with people inside,luck: back,luck: epoch,luck: relay,luck: server,person: o,person: c,person: u,server: recipient-hard,server: content,message sent,message uncertain,message failed,message cancelled,message expired,move act,move lane,move jump,move by-hand,move pass,move send,move skip,move wait,move reroute,run done,run exited,event late,entered: live,entered: joined:leads,entered: left:leads,entered: event:stage-changed,entered: event:ended,entered: event:relay";
const ENOUGH = 200;

describe("Whatever people, owner, servers, clocks and crashes do, every promise is kept", () => {
  const tally = createTally();
  const traces = new Map<number, string>();
  test.each(Array.from({ length: LIVES }, (_, n) => FROM + n))(
    "in life %i",
    { timeout: 120_000 },
    async (seed) => {
      const { trace, broken } = await simulate(seed, STEPS, tally);
      traces.set(seed, trace);
      expect(broken).toEqual([]);
    },
  );

  test.runIf(LIVES >= ENOUGH)("and everything that can happen did", () => {
    console.log(
      [...tally.counts]
        .map(([what, n]) => `${what}: ${n}`)
        .toSorted()
        .join("\n"),
    );
    expect(MET.split(",").filter((what) => !tally.counts.has(what))).toEqual([]);
  });

  test("and the same seed lives the same life", { timeout: 120_000 }, async () => {
    const { trace } = await simulate(FROM, STEPS, createTally());
    expect(trace).toBe(traces.get(FROM));
  });
});
