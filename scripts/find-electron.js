// Electron's binary comes by its own installer from the internet, not with the npm package.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = "node_modules/electron";
const FETCH_LIMIT_MS = 60_000;

/** Whether a window could be shown at all: a Linux without a display cannot. */
export function hasDisplay() {
  if (process.platform !== "linux") return true;
  return Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

/** The path of Electron's binary, or undefined where it was never fetched. @returns {string | undefined} */
export function findElectron() {
  const named = join(PACKAGE, "path.txt");
  if (!existsSync(named)) return undefined;
  const folder = process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? join(PACKAGE, "dist");
  const path = join(folder, readFileSync(named, "utf8").trim());
  return existsSync(path) ? path : undefined;
}

/** Fetches Electron's binary, for a minute at most. @returns {string | undefined} its path, or undefined */
export function fetchElectron() {
  console.log("Fetching Electron, once; this takes up to a minute.");
  spawnSync(process.execPath, [join(PACKAGE, "install.js")], {
    stdio: "ignore",
    timeout: FETCH_LIMIT_MS,
  });
  return findElectron();
}
