import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ZONES = ["UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"];
const SEEDS = ["1", "2", "3", "4"];

/** What the same lives come to on a computer that stands in `zone`. */
async function livesIn(zone: string): Promise<string> {
  const program = fileURLToPath(new URL("trace-of.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...SEEDS], {
    env: { ...process.env, TZ: zone },
  });
  return stdout;
}

test("A life is the same wherever the computer stands", { timeout: 120_000 }, async () => {
  const [here = "", ...elsewhere] = await Promise.all(ZONES.map(livesIn));
  expect(here.trim().split("\n")).toHaveLength(SEEDS.length);
  for (const lives of elsewhere) expect(lives).toBe(here);
});
