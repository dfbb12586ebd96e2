// The guard every script runs before it loads a package. better-sqlite3 ends an older Node without a word,
// so Node 24 is looked for among the installed packages (the "node" package) before giving up in a sentence.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { giveUp } from "./say.js";

const NEEDED = 24;

/** Goes on under Node 24, runs the same command again under the installed Node 24, or gives up in a sentence. */
export function withNode24() {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return;
  const installed = installedNode();
  if (!installed) {
    giveUp(
      `This needs Node ${NEEDED} and runs on ${process.versions.node}. Run "npm install" (it brings its own Node ${NEEDED}) and try again.`,
    );
  }
  const { status, signal } = spawnSync(installed, process.argv.slice(1), { stdio: "inherit" });
  process.exit(signal ? 1 : (status ?? 1));
}

/** The Node among the installed packages, unless it is the one already running: that would never end. */
function installedNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const path = fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url));
  if (!existsSync(path)) return undefined;
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
  return Number.parseInt((stdout ?? "").slice(1), 10) >= NEEDED ? path : undefined;
}
