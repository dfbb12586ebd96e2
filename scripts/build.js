// `npm run build`: the page, the core, the relay and the Electron shell into dist/, as far as they changed.
import { fileURLToPath } from "node:url";
import { withNode24 } from "./with-node-24.js";

withNode24();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { buildChanged } = await import("./build-changed.js");
await buildChanged();
