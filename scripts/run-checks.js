import { availableParallelism } from "node:os";
import { CHECKS } from "./checks.js";

/**
 * Runs every check, a few at a time, and prints a line for each as it ends, with what is wrong below it.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  const counts = { passed: 0, failed: 0 };
  const waiting = [...CHECKS];
  async function work() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const startedAt = performance.now();
      const fault = await check.findFault();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${fault === undefined ? "✓" : "✗"} ${check.name} (${seconds} s)`);
      if (fault !== undefined) console.log(fault.trimEnd().replaceAll(/^/gmu, "    "));
      counts[fault === undefined ? "passed" : "failed"] += 1;
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  return counts;
}
