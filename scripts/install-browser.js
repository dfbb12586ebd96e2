// A Chromium for the browser tests: the system's; else Debian's package where we may install it; else Playwright's own.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./find-chromium.js";
import { giveUp } from "./say.js";

export function installBrowser() {
  if (findChromium()) return;
  if (mayInstallDebianPackages()) {
    console.log("Installing Chromium for the browser tests (Debian's package).");
    run("apt-get", ["update", "-q"]);
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"]);
    if (findChromium()) return;
  }
  // Playwright prints nothing and downloads nothing when its own Chromium is already there.
  const isInstalled = run(process.execPath, [
    "node_modules/playwright/cli.js",
    "install",
    "chromium",
  ]);
  if (!isInstalled) {
    giveUp(
      "No Chromium was found and none could be installed. Install Chromium or Chrome by hand and try again.",
    );
  }
}

function mayInstallDebianPackages() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

/** @param {string} command @param {string[]} args Whether the command succeeded. */
function run(command, args) {
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}
