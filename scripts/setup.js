// Installs what package-lock.json names, when it is not there yet. Runs on Node 20 without dependencies.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`Dripline needs Node 20 or newer to set itself up; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const stampPath = "node_modules/.dripline-lock";
const stamp = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
if (!existsSync(stampPath) || readFileSync(stampPath, "utf8") !== stamp) {
  const { status } = spawnSync("npm", ["ci", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("The packages could not be installed. Check the connection to the npm registry and try again.");
    process.exit(1);
  }
  writeFileSync(stampPath, stamp);
}
