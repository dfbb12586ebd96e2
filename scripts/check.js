// `npm run check`: types, lint, format, import fence, unused code, file length. Fast enough for every commit.
import { fileURLToPath } from "node:url";
import { withNode24 } from "./with-node-24.js";

withNode24();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { runChecks } = await import("./run-checks.js");
const { failed } = await runChecks();
process.exitCode = failed === 0 ? 0 : 1;
