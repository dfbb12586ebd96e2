import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { extractAll, listPackage } from "@electron/asar";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must } from "#core/shared/assert.ts";

/** Marks the fuses in Electron's binary; behind it the version of the format, their number, and '0' or '1' for each. */
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSE_COUNT = 8;

const folder = mkdtempSync(join(tmpdir(), "dripline-pack-"));
const unpacked = join(folder, "release", "linux-unpacked");
const archive = join(unpacked, "resources", "app.asar");
const app = join(folder, "app");
let host: ChildProcess | undefined;

afterAll(async () => {
  if (host && host.exitCode === null && host.signalCode === null) {
    host.kill("SIGKILL");
    await once(host, "exit");
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Enough of an Electron to be packed: a binary with every fuse the wrong way round. */
function makeStubElectron(): string {
  const electron = join(folder, "electron");
  mkdirSync(electron);
  const fuses = Buffer.from([1, FUSE_COUNT, ...Buffer.from("10110001", "latin1")]);
  writeFileSync(
    join(electron, "electron"),
    Buffer.concat([Buffer.from(`stub${FUSE_SENTINEL}`), fuses]),
  );
  chmodSync(join(electron, "electron"), 0o755);
  return electron;
}

/** Linux for x64 is packed whatever computer packs: nothing of the computer may leak into the list of files. */
beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "scripts/pack.js",
      "--linux",
      "dir",
      "--x64",
      `-c.electronDist=${makeStubElectron()}`,
      `-c.directories.output=${join(folder, "release")}`,
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
}, 60_000);

describe("the packed app", () => {
  test("holds the bundles, the page, the assets and one binary of SQLite, and nothing else", () => {
    const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll("\\", "/"));
    for (const path of [
      "/package.json",
      "/LICENSE",
      "/dist/electron/main.js",
      "/dist/electron/core-process.js",
      "/dist/electron/reader-worker.js",
      "/dist/electron/preload.cjs",
      "/dist/core/host-main.js",
      "/dist/relay/relay.js",
      "/dist/renderer/index.html",
      "/dist/assets/sample-contacts.csv",
    ]) {
      expect(files).toContain(path);
    }
    expect(files.filter((path) => path.endsWith(".node"))).toEqual([
      "/node_modules/better-sqlite3/prebuilds/linux-x64.node",
    ]);
    const strangers = files.filter(
      (path) =>
        !/^\/(?:dist|node_modules|package\.json|LICENSE)(?:\/|$)/u.test(path) ||
        (/^\/node_modules\/./u.test(path) && !path.startsWith("/node_modules/better-sqlite3")) ||
        /\.(?:ts|tsx|map)$/u.test(path),
    );
    expect(strangers).toEqual([]);
  });

  // The page, and the core once for each host: about 9 MiB. A stray package or source map is more than the rest.
  test("stays small", () => {
    expect(statSync(archive).size).toBeLessThan(12 * 1024 * 1024);
  });

  test("has only SQLite's binary outside of the archive, where the system can load it", () => {
    const beside = join(
      unpacked,
      "resources",
      "app.asar.unpacked",
      "node_modules",
      "better-sqlite3",
    );
    expect(existsSync(join(beside, "prebuilds", "linux-x64.node"))).toBe(true);
    expect(existsSync(join(beside, "lib"))).toBe(false);
  });

  test("has its fuses set: no Node behind the binary, only its own checked archive", () => {
    const binary = readFileSync(join(unpacked, "dripline"));
    const start = binary.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length + 2;
    const fuses = binary.toString("latin1", start, start + FUSE_COUNT);
    // In Electron's order: runAsNode, cookieEncryption, nodeOptions, nodeCliInspect, asarIntegrity, onlyFromAsar,
    // browser snapshot, file protocol privileges.
    expect(fuses).toBe("01001100");
  });
});

test.runIf(process.platform === "linux" && process.arch === "x64")(
  "People can run what was packed without Electron",
  async () => {
    extractAll(archive, app);
    const args = ["dist/core/host-main.js", "--data", join(folder, "data"), "--no-open"];
    host = spawn(process.execPath, args, { cwd: app, stdio: ["ignore", "pipe", "inherit"] });
    let url: string | undefined;
    for await (const line of createInterface(must(host.stdout))) {
      url = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/u.exec(line)?.[0];
      if (url) break;
    }
    expect(url).toBeDefined();
    const page = await fetch(new URL("/", url));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>Dripline</title>");
    host.kill("SIGTERM");
    expect(await once(host, "exit")).toEqual([0, null]);
  },
);
