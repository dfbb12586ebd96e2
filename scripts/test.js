// `npm test`: every check, the unit and property tests, the build, the browser tests.
// Ends with one plain line, "N passed, N failed", and the exit code that says the same.
import { fileURLToPath } from "node:url";
import { withNode24 } from "./with-node-24.js";

withNode24();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { mkdirSync, readdirSync, existsSync, readFileSync, rmSync } = await import("node:fs");
const { runChecks } = await import("./run-checks.js");
const { runOpenly, toolPath } = await import("./run-tool.js");
const { heading } = await import("./say.js");

const UNIT_REPORT = "test-results/unit.json";
const BROWSER_REPORT = "test-results/report.json";
const counts = { passed: 0, failed: 0, skipped: 0 };

heading("checks");
count(await runChecks());

heading("unit and property tests");
mkdirSync("test-results", { recursive: true });
rmSync(UNIT_REPORT, { force: true });
const unitIsFine = await runOpenly([
  toolPath("vitest"),
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${UNIT_REPORT}`,
]);
count(withSilentFailure(unitIsFine, readUnitCounts()));

heading("build");
const buildIsFine = await runOpenly(["scripts/build.js"]);
count({ passed: Number(buildIsFine), failed: Number(!buildIsFine) });

heading("browser tests");
if (!buildIsFine) console.log("Not run: there is no build to test.");
else if (!hasBrowserTests()) console.log("There are none.");
else {
  rmSync(BROWSER_REPORT, { force: true });
  const browserIsFine = await runOpenly([toolPath("@playwright/test", "playwright"), "test"]);
  count(withSilentFailure(browserIsFine, readBrowserCounts()));
}

const { passed, failed, skipped } = counts;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 ? 0 : 1;

/** @param {{ passed: number, failed: number, skipped?: number }} more */
function count(more) {
  counts.passed += more.passed;
  counts.failed += more.failed;
  counts.skipped += more.skipped ?? 0;
}

/**
 * A run that ended badly without a failed test (a file that does not load, an error nobody caught) is a failure too.
 * @param {boolean} isFine @param {{ passed: number, failed: number, skipped: number }} found
 */
function withSilentFailure(isFine, found) {
  return isFine || found.failed > 0 ? found : { ...found, failed: 1 };
}

function readUnitCounts() {
  if (!existsSync(UNIT_REPORT)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(UNIT_REPORT, "utf8"));
  const skipped = report.numPendingTests + report.numTodoTests;
  // A test file that cannot be loaded has no tests to fail: it counts as one failed test.
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles, skipped };
}

function readBrowserCounts() {
  if (!existsSync(BROWSER_REPORT)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(BROWSER_REPORT, "utf8"));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function hasBrowserTests() {
  const names = existsSync("e2e/specs") ? readdirSync("e2e/specs", { recursive: true }) : [];
  return names.some((name) => String(name).endsWith(".spec.ts"));
}
