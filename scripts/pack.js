// `npm run pack`: builds, then makes installers with electron-builder. Flags go to it, as `-- --dir` or `-- --linux`.
import { fileURLToPath } from "node:url";
import { withNode24 } from "./with-node-24.js";

withNode24();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { buildChanged } = await import("./build-changed.js");
const { runOpenly, toolPath } = await import("./run-tool.js");

await buildChanged();
const isFine = await runOpenly([toolPath("electron-builder"), ...process.argv.slice(2)]);
process.exitCode = isFine ? 0 : 1;
