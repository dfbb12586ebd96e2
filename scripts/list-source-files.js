import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["core", "electron", "renderer", "e2e", "scripts"];

/** Every file people write code in, with its length in lines. */
export function listSourceFiles() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:ts|tsx|js|cjs|css)$/u.test(name))
      .map((name) => join(folder, name))
      .map((path) => ({ path, lines: readFileSync(path, "utf8").trimEnd().split("\n").length })),
  );
}
