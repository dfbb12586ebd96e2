import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Beside the database, so that a backup put in the database's place is behind it. */
const NAME = "dripline.age";

/** How far the database in this folder had come when it was last seen; undefined where none was. */
export function readAgeMark(dataFolder: string): number | undefined {
  try {
    const age = Number(readFileSync(join(dataFolder, NAME), "utf8"));
    return Number.isSafeInteger(age) ? age : undefined;
  } catch {
    return undefined;
  }
}

/** Only ever written after the database itself has come so far. */
export function writeAgeMark(dataFolder: string, age: number): void {
  const path = join(dataFolder, NAME);
  writeFileSync(`${path}.new`, String(age));
  renameSync(`${path}.new`, path);
}
