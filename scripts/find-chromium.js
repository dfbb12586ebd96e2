// Where a Chromium for the browser tests is. No packages: the set-up asks too, before anything is installed.
import { existsSync } from "node:fs";

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The system's Chromium, or undefined: then Playwright looks for its own. @returns {string | undefined} */
export function findChromium() {
  return SYSTEM_PATHS.find((path) => existsSync(path));
}
