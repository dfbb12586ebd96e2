import { expect, test } from "vitest";
import { isDrillGood, runKillDrill } from "./run-kill-drill.ts";

test("Killing the program over and over while it sends loses no mail unreported and doubles none", async () => {
  const options = { mails: 200, kills: 10, connections: 5, seed: 3 };

  const result = await runKillDrill(options);

  expect(result).toMatchObject({
    kills: 10,
    lostUnreported: 0,
    doubled: 0,
    unfinished: 0,
    failed: 0,
    isIntegrityOk: true,
  });
  expect(result.sent + result.uncertain).toBe(200);
  expect(result.uncertain).toBeGreaterThan(0);
  expect(isDrillGood(result, options)).toBe(true);
}, 120_000);
