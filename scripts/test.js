// Runs every check and test, and ends with one plain line of counts.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";

const counts = { passed: 0, failed: 0 };

function check(name, command, args) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  counts[status === 0 ? "passed" : "failed"] += 1;
}

for (const project of ["core/tsconfig.pure.json", "core/tsconfig.json"])
  check(`types: ${project}`, "tsc", ["-p", project]);
check("lint", "oxlint", ["core"]);

console.log("\n== unit and property tests");
const report = "node_modules/.vitest-report.json";
rmSync(report, { force: true });
const { status } = spawnSync("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
counts.passed += numPassedTests;
counts.failed += numFailedTests;
if (status !== 0 && numFailedTests === 0) counts.failed += 1;

console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
