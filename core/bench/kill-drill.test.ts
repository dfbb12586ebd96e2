import { expect, test } from "vitest";
import { isDrillGood, runKillDrill, type KillDrillResult } from "./run-kill-drill.ts";

test("Killing the program over and over while it sends loses no mail unreported and doubles none", async () => {
  const options = { mails: 200, kills: 10, connections: 5, seed: 3 };

  const result = await runKillDrill(options);

  expect(result).toMatchObject({
    lostUnreported: 0,
    doubled: 0,
    unfinished: 0,
    failed: 0,
    isIntegrityOk: true,
  });
  expect(result.sent + result.uncertain).toBe(200);
  expect(result.uncertain).toBeGreaterThan(0);
  expect(result.uncertain).toBeLessThanOrEqual(options.connections * result.kills);
  // How many kills fall in flight is left to chance; the long drill asks for its share.
  expect(result.killsInFlight).toBeGreaterThan(0);
}, 120_000);

test("A drill is good only where enough kills fell in flight and every mail is accounted for", () => {
  const good: KillDrillResult = {
    kills: 200,
    killsInFlight: 150,
    sent: 4500,
    uncertain: 500,
    failed: 0,
    unfinished: 0,
    lostUnreported: 0,
    uncertainArrived: 400,
    doubled: 0,
    isIntegrityOk: true,
    seconds: 280,
  };

  const isGood = (change: Partial<KillDrillResult>): boolean =>
    isDrillGood({ ...good, ...change }, { connections: 5 });

  expect(isGood({})).toBe(true);
  expect(isGood({ killsInFlight: 149 })).toBe(false);
  expect(isGood({ uncertain: 1001 })).toBe(false);
  expect(isGood({ lostUnreported: 1 })).toBe(false);
  expect(isGood({ doubled: 1 })).toBe(false);
  expect(isGood({ unfinished: 1 })).toBe(false);
  expect(isGood({ isIntegrityOk: false })).toBe(false);
});
