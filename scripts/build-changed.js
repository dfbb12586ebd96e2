import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PARTS } from "./build-parts.js";

const STAMPS = "dist/.stamps.json";

/** Builds every part whose inputs changed since it was last built, and says which. */
export async function buildChanged() {
  /** @type {Record<string, string>} */
  const stamps = existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, "utf8")) : {};
  for (const part of PARTS) {
    if (part.entry && !existsSync(part.entry)) {
      console.log(`Left out the ${part.name}: there is no ${part.entry}.`);
      continue;
    }
    const stamp = stampOf(part.inputs);
    if (stamps[part.name] === stamp && part.outputs.every((path) => existsSync(path))) continue;
    const startedAt = performance.now();
    await part.build();
    const missing = part.outputs.filter((path) => !existsSync(path));
    if (missing.length > 0)
      throw new Error(`Building the ${part.name} made no ${missing.join(", ")}.`);
    console.log(
      `Built the ${part.name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`,
    );
    stamps[part.name] = stamp;
    mkdirSync("dist", { recursive: true });
    writeFileSync(STAMPS, JSON.stringify(stamps, undefined, 2));
  }
}

/** A hash over the names and contents of files, tests left out. @param {string[]} inputs */
function stampOf(inputs) {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap(listFiles)) {
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function listFiles(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
