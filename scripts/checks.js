// Everything `npm run check` looks at. Each check says what is wrong, or undefined when nothing is.
import { existsSync } from "node:fs";
import { listSourceFiles } from "./list-source-files.js";
import { runQuietly, toolPath } from "./run-tool.js";

/** @typedef {{ name: string, findFault: () => Promise<string | undefined> }} Check */

const PROJECTS = [
  "core/tsconfig.pure.json",
  "core/tsconfig.json",
  "electron/tsconfig.json",
  "renderer/tsconfig.json",
  "e2e/tsconfig.json",
  "scripts/tsconfig.json",
];

/** A fence that looked at fewer files than these saw nothing: dependency-cruiser passes on an empty tree. */
export const LEAST_MODULES = 250;

const MOST_LINES = 400;

/** @type {Check[]} */
export const CHECKS = [
  ...PROJECTS.map((project) => ({
    name: `types: ${project}`,
    findFault: () => typeFault(project),
  })),
  tool("lint", toolPath("oxlint"), ["--type-aware", "--deny-warnings"]),
  tool("format", toolPath("oxfmt"), ["--check"]),
  { name: "import fence", findFault: fenceFault },
  tool("unused code", toolPath("knip"), ["--no-progress", "--no-config-hints"]),
  { name: `files of at most ${MOST_LINES} lines`, findFault: lengthFault },
];

/** @param {string} name @param {string} path @param {string[]} args @returns {Check} */
function tool(name, path, args) {
  return {
    name,
    async findFault() {
      const { isFine, output } = await runQuietly([path, ...args]);
      return isFine ? undefined : output;
    },
  };
}

/** The native tsc; a project whose folder is still empty has nothing to check. @param {string} project */
async function typeFault(project) {
  const { isFine, output } = await runQuietly([
    toolPath("@typescript/native", "tsc"),
    "-p",
    project,
  ]);
  return isFine || output.includes("error TS18003") ? undefined : output;
}

async function fenceFault() {
  const roots = ["core", "electron", "renderer", "e2e"].filter((root) => existsSync(root));
  const { isFine, output, stdout } = await runQuietly([
    toolPath("dependency-cruiser", "depcruise"),
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
    ...roots,
  ]);
  if (!stdout.startsWith("{")) return output;
  /** @type {{ summary: { totalCruised: number, violations: { from: string, to: string, rule: { name: string } }[] } }} */
  const { summary } = JSON.parse(stdout);
  if (summary.totalCruised < LEAST_MODULES) {
    return `Only ${summary.totalCruised} modules were looked at, of at least ${LEAST_MODULES}: the fence is open.`;
  }
  if (isFine && summary.violations.length === 0) return undefined;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).join("\n");
}

async function lengthFault() {
  const tooLong = listSourceFiles().filter(({ lines }) => lines > MOST_LINES);
  if (tooLong.length === 0) return undefined;
  return tooLong.map(({ path, lines }) => `${path} has ${lines} lines`).join("\n");
}
