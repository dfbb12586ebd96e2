// Makes a fresh clone ready, before `npm start` and `npm test`. Plain JavaScript for Node 20, no packages.
//   --browser   also make sure there is a Chromium for the browser tests
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { installBrowser } from "./install-browser.js";
import { giveUp } from "./say.js";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
if (Number.parseInt(process.versions.node, 10) < 20) {
  giveUp(
    `Dripline needs Node 20 or newer to set itself up; this is Node ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
}
installPackages();
if (process.argv.includes("--browser")) installBrowser();

/** Installs exactly what package-lock.json names, unless that was done already. */
function installPackages() {
  const stampPath = "node_modules/.dripline-lock";
  const stamp = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  console.log("Installing what Dripline is built from; the first time takes a minute or two.");
  const { status } = spawnSync("npm", ["ci", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    giveUp(
      "The packages could not be installed. Check the connection to the npm registry and try again.",
    );
  }
  writeFileSync(stampPath, stamp);
}
