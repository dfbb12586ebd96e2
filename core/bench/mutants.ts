// `npm run mutants`: puts each fault of `core/bench/mutants` into a copy of the code, one at a time, and runs the tests,
// which must fail. `--more DIR` adds a folder of further patches; `--only NAME` tries one.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** The quick tests first; only what lives through them meets the simulation. */
const SUITES = [["core/domain", "core/engine", "core/storage", "core/mail"], ["core/simulation"]];

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: { more: { type: "string" }, only: { type: "string" } },
});

const folders = [join(ROOT, "core/bench/mutants")];
if (values.more !== undefined)
  folders.push(resolve(process.env["INIT_CWD"] ?? process.cwd(), values.more));
const patches = folders
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith(".patch"))
  .filter((path) => values.only === undefined || basename(path, ".patch") === values.only)
  .toSorted();

const copy = copyOfTheCode();
const results: { fault: string; outcome: string }[] = [];
try {
  if (!passes(copy)) throw new Error("The tests fail without any fault; mend them first.");
  for (const patch of patches) {
    const fault = basename(patch, ".patch");
    const outcome = tryFault(patch);
    results.push({ fault, outcome });
    console.log(`${fault}: ${outcome}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const killed = results.filter(({ outcome }) => outcome.startsWith("killed")).length;
console.log(`${killed} of ${results.length} faults were found by the tests`);
process.exitCode = killed === results.length && killed > 0 ? 0 : 1;

function tryFault(patch: string): string {
  if (!isApplied(patch, [])) return "does not fit the code any more; make it anew";
  try {
    const by = SUITES.find((suite) => !runs(copy, suite));
    return by ? `killed by ${by.join(", ")}` : "SURVIVED";
  } finally {
    isApplied(patch, ["--reverse"]);
  }
}

function isApplied(patch: string, flags: readonly string[]): boolean {
  // The copy is no repository of its own, so paths are taken as they stand.
  return spawnSync("git", ["apply", ...flags, patch], { cwd: copy }).status === 0;
}

function passes(folder: string): boolean {
  return SUITES.slice(0, 1).every((suite) => runs(folder, suite));
}

function runs(folder: string, suite: readonly string[]): boolean {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  return (
    spawnSync(process.execPath, [vitest, "run", "--bail=1", "--reporter=dot", ...suite], {
      cwd: folder,
      stdio: "ignore",
    }).status === 0
  );
}

/** Everything the repository holds, as it stands now, with the installed libraries beside it. */
function copyOfTheCode(): string {
  const folder = mkdtempSync(join(tmpdir(), "dripline-mutants-"));
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  for (const file of files.split("\n").filter((name) => name !== "")) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}
