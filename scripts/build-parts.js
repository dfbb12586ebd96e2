// What is built, from what, into where.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} [entry] a part whose entry is missing is left out, with a notice
 * @property {string[]} inputs folders and files whose change asks for a new build
 * @property {string[]} outputs what must be there for the part to count as built
 * @property {() => Promise<void>} build
 */

/** Loaded from node_modules at run time: SQLite's binary cannot be bundled, Electron brings itself. */
const EXTERNAL = ["better-sqlite3", "electron"];

/** The reading thread, which both hosts start from a file beside their own. */
const READER = { "reader-worker": "core/api/reader-worker.ts" };

const README_PICTURES = join("assets", "readme");

const TOOLING = ["package-lock.json", "package.json", "scripts/build-parts.js"];

/** @type {Part[]} */
export const PARTS = [
  {
    name: "page",
    inputs: [
      "renderer",
      "core/shared",
      "core/domain",
      "core/contract",
      "assets/icons",
      "vite.config.ts",
      ...TOOLING,
    ],
    outputs: ["dist/renderer/index.html"],
    build: buildPage,
  },
  {
    name: "core",
    inputs: ["core", "assets", ...TOOLING],
    outputs: ["dist/core/host-main.js", "dist/core/reader-worker.js"],
    build: () =>
      bundle({
        folder: "dist/core",
        entries: { "host-main": "core/host/main.ts", ...READER },
      }),
  },
  {
    name: "relay",
    inputs: ["core/relay", "core/shared", "core/tracking", ...TOOLING],
    outputs: ["dist/relay/relay.js"],
    build: () =>
      bundle({
        folder: "dist/relay",
        entries: { relay: "core/relay/main.ts" },
        isOneFile: true,
        plugins: [lateSqlite()],
      }),
  },
  {
    name: "electron shell",
    entry: "electron/main.ts",
    inputs: ["electron", "core", "assets", ...TOOLING],
    outputs: [
      "dist/electron/main.js",
      "dist/electron/core-process.js",
      "dist/electron/reader-worker.js",
      "dist/electron/preload.cjs",
    ],
    build: buildElectron,
  },
  {
    name: "assets",
    inputs: ["assets"],
    outputs: ["dist/assets"],
    async build() {
      rmSync("dist/assets", { recursive: true, force: true });
      // The README's pictures are for readers of the README.
      const isShipped = (/** @type {string} */ path) => !path.startsWith(README_PICTURES);
      cpSync("assets", "dist/assets", { recursive: true, filter: isShipped });
    },
  },
];

async function buildPage() {
  // Whatever the caller's environment is for, `npm test` too: what is tested is what people get.
  process.env["NODE_ENV"] = "production";
  const { build } = await import("vite");
  await build({ configFile: "vite.config.ts", logLevel: "warn" });
}

async function buildElectron() {
  await bundle({
    folder: "dist/electron",
    entries: {
      main: "electron/main.ts",
      "core-process": "electron/core-process.ts",
      ...READER,
    },
  });
  // A sandboxed preload is one CommonJS file.
  await bundle({
    folder: "dist/electron",
    entries: { preload: "electron/preload.ts" },
    isOneFile: true,
    isCommonJs: true,
    isAddition: true,
  });
}

/**
 * @param {{ folder: string, entries: Record<string, string>, isOneFile?: boolean, isCommonJs?: boolean,
 *   isAddition?: boolean,   plugins?: import("rolldown").Plugin[] }} options
 */
async function bundle({ folder, entries, isOneFile, isCommonJs, isAddition, plugins }) {
  const { build } = await import("rolldown");
  if (!isAddition) rmSync(folder, { recursive: true, force: true });
  await build({
    input: entries,
    platform: "node",
    external: EXTERNAL,
    plugins: plugins ?? [],
    transform: { target: "node24" },
    logLevel: "warn",
    output: {
      dir: folder,
      format: isCommonJs ? "cjs" : "esm",
      entryFileNames: isCommonJs ? "[name].cjs" : "[name].js",
      chunkFileNames: "[name]-[hash].js",
      // Only the white space goes: names stay, so that a stack trace in a log can be read.
      minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
      ...(isOneFile ? { codeSplitting: false } : {}),
    },
  });
}

/**
 * In one file every import is loaded before the first line runs, and an older Node has no node:sqlite: it would end
 * with a stack trace before the relay can say which Node it needs. So the module is fetched when it is first used.
 * @returns {import("rolldown").Plugin}
 */
function lateSqlite() {
  const id = "\0late:node:sqlite";
  return {
    name: "late-sqlite",
    resolveId: (source) => (source === "node:sqlite" ? id : undefined),
    load: (loaded) =>
      loaded === id
        ? `export const { DatabaseSync } = process.getBuiltinModule("node:sqlite");`
        : undefined,
  };
}
