// `npm run drill:kill`: kills the sending process with SIGKILL while mail is on its way, and counts.
import { parseArgs } from "node:util";
import { isDrillGood, runKillDrill } from "./run-kill-drill.ts";

const { values } = parseArgs({
  options: {
    mails: { type: "string", default: "5000" },
    kills: { type: "string", default: "200" },
    connections: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
  },
});
const connections = Number(values.connections);
const result = await runKillDrill({
  mails: Number(values.mails),
  kills: Number(values.kills),
  connections,
  seed: Number(values.seed),
});
console.table(result);
const isGood = isDrillGood(result, { connections });
console.log(isGood ? "Nothing was lost unreported, nothing was sent twice." : "THE DRILL FAILED.");
process.exitCode = isGood ? 0 : 1;
