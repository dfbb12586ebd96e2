// `npm start`: builds what changed and opens Dripline, in Electron where it can be had, else in the browser.
//   --headless   in the browser      --data DIR   keep the data there
//   --no-open    only print the address      --port N   listen there (both mean the browser)
import { spawn } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withNode24 } from "./with-node-24.js";

withNode24();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { readFlags } = await import("./read-flags.js");
const { isHeadless, passedOn } = readFlags();
const { buildChanged } = await import("./build-changed.js");
await buildChanged();

const electron = isHeadless ? undefined : await wantElectron();
if (electron) startElectron(electron);
else await startHeadless();

/** Electron's binary, or a line that says why there is none. */
async function wantElectron() {
  const { fetchElectron, findElectron, hasDisplay } = await import("./find-electron.js");
  if (!hasDisplay()) {
    console.log("There is no display for a window, so Dripline opens in the browser instead.");
    return undefined;
  }
  const path = findElectron() ?? fetchElectron();
  if (!path)
    console.log("Electron could not be fetched, so Dripline opens in the browser instead.");
  return path;
}

/** @param {string} path */
function startElectron(path) {
  // Electron reads package.json's "main"; its own flags and ours go side by side.
  const child = spawn(path, [".", ...passedOn], { stdio: "inherit" });
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** In this very process: Ctrl+C, the exit code and the output are the host's own. */
async function startHeadless() {
  process.argv.splice(2, process.argv.length, ...passedOn);
  await import(pathToFileURL("dist/core/host-main.js").href);
}
