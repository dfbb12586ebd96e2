// Says what one life came to, for a test that starts it as a process of its own.
import { simulate, STEPS } from "./simulate.ts";
import { createTally } from "./tally.ts";

for (const seed of process.argv.slice(2).map(Number)) {
  const { trace, broken } = await simulate(seed, STEPS, createTally());
  console.log(`${seed} ${trace} ${broken.length}`);
}
