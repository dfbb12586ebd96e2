// Runs an installed tool (tsc, oxlint, …) with this Node, without a shell, so that it works the same on every system.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The JavaScript file behind a command of an installed package.
 * @param {string} packageName @param {string} [command] the package's own name unless given
 */
export function toolPath(packageName, command = packageName) {
  const manifestPath = join("node_modules", packageName, "package.json");
  const { bin } = JSON.parse(readFileSync(manifestPath, "utf8"));
  const file = typeof bin === "string" ? bin : bin?.[command];
  if (!file) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifestPath), file);
}

/**
 * Runs a Node program and gathers what it prints.
 * @param {string[]} args the program's file and its arguments
 * @returns {Promise<{ isFine: boolean, output: string, stdout: string }>}
 */
export function runQuietly(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ isFine: code === 0, output, stdout }));
  });
}

/**
 * Runs a Node program that prints for itself.
 * @param {string[]} args the program's file and its arguments
 * @returns {Promise<boolean>} whether it ended well
 */
export function runOpenly(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}
