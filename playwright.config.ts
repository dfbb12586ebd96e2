import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/find-chromium.js";

const executablePath = findChromium();
const isRoot = process.getuid?.() === 0;

/** Stories that measure how long a page is deaf. */
const MEASURED = /long-import/u;

/** Every test starts its own host over its own data folder (e2e fixtures), so there is no shared server here. */
export default defineConfig({
  testDir: "e2e/specs",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  // Bounds for a computer that is busy with other things; no story waits for them.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/report.json" }]],
  projects: [
    { name: "together", testIgnore: MEASURED },
    // What is measured here would be the other stories' doing as well.
    { name: "alone", testMatch: MEASURED, dependencies: ["together"], workers: 1 },
  ],
  use: {
    browserName: "chromium",
    // A trace takes as long again as the story: ask for one with --trace retain-on-failure.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium refuses its sandbox to root; the pages under test are our own.
      args: isRoot ? ["--no-sandbox"] : [],
    },
  },
});
