// `npm run sim -- --seeds 1000 --from 5000`: lives through that many made-up lives, each from its seed, and looks
// after every commit whether a promise was broken. A seed that fails says so, and fails again the same way.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { parseArgs } from "node:util";
import { neverMet, tallyLines } from "../simulation/met.ts";
import { simulate, STEPS } from "../simulation/simulate.ts";
import { createTally } from "../simulation/tally.ts";

/** Fewer lives need not have met everything. */
const ENOUGH = 150;

interface Part {
  readonly from: number;
  readonly seeds: number;
  /** Every so many-th seed is this part's. */
  readonly stride: number;
}

interface Lived {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly counts: readonly (readonly [string, number])[];
}

if (isMainThread) await runAll();
else await runPart(workerData as Part);

async function runPart({ from, seeds, stride }: Part): Promise<void> {
  for (let n = 0; n < seeds; n += stride) {
    const tally = createTally();
    const seed = from + n;
    const { broken } = await simulate(seed, STEPS, tally);
    parentPort?.postMessage({ seed, broken, counts: [...tally.counts] } satisfies Lived);
  }
}

async function runAll(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "300" },
      from: { type: "string", default: "1" },
      workers: { type: "string", default: "2" },
    },
  });
  const seeds = Number(values.seeds);
  const from = Number(values.from);
  const stride = Number(values.workers);
  const tally = createTally();
  const failed: Lived[] = [];
  let lived = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: stride }, async (_, n) => {
      const part: Part = { from: from + n, seeds: seeds - n, stride };
      const worker = new Worker(new URL(import.meta.url), { workerData: part });
      worker.on("message", (life: Lived) => {
        lived += 1;
        for (const [what, times] of life.counts) tally.add(what, times);
        if (life.broken.length > 0) {
          failed.push(life);
          console.log(`Life ${life.seed} broke a promise:\n  ${life.broken.join("\n  ")}`);
        }
        if (lived % 100 === 0) console.log(`${lived} of ${seeds} lives, ${failed.length} failed`);
      });
      await new Promise<void>((resolve, reject) => {
        worker.on("error", reject);
        worker.on("exit", () => {
          resolve();
        });
      });
    }),
  );
  const missing = seeds >= ENOUGH ? neverMet(tally) : [];
  console.log(tallyLines(tally).join("\n"));
  if (missing.length > 0) console.log(`Never met: ${missing.join(", ")}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`${lived} lives in ${seconds} s, ${failed.length} broke a promise`);
  process.exitCode = failed.length === 0 && missing.length === 0 && lived === seeds ? 0 : 1;
}
