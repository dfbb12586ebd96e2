import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { openDb } from "../storage/db.ts";

const MAIN = join(import.meta.dirname, "main.ts");

let folder: string;
let children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dripline-main-"));
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly error: () => string;
  /** The address on the line that says that it is open. */
  readonly opened: Promise<URL>;
  readonly code: Promise<number | null>;
}

function start(...args: string[]): Run {
  const child = spawn(process.execPath, [MAIN, "--no-open", ...args]);
  children.push(child);
  let out = "";
  let error = "";
  child.stderr.on("data", (data: Buffer) => (error += data.toString()));
  const opened = new Promise<URL>((resolve) => {
    child.stdout.on("data", (data: Buffer) => {
      out += data.toString();
      const line = /^Dripline is open at (\S+)$/mu.exec(out);
      if (line?.[1]) resolve(new URL(line[1]));
    });
  });
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, out: () => out, error: () => error, opened, code };
}

function hello(address: URL): Promise<unknown> {
  const token = address.hash.replace("#token=", "token.");
  const socket = new WebSocket(`ws://${address.host}/ws`, ["dripline.v1", token], {
    origin: address.origin,
  });
  return new Promise((resolve, reject) => {
    socket.once("message", (data) => {
      resolve(JSON.parse((data as Buffer).toString("utf8")));
      socket.close();
    });
    socket.once("error", reject);
  });
}

describe("The headless host", () => {
  test("says where it is, answers there, and stops when told to", async () => {
    const run = start("--data", folder, "--port", "0");
    const address = await run.opened;
    expect(run.out()).toMatch(
      /^Dripline is open at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/u,
    );
    expect(await hello(address)).toMatchObject({ kind: "hello" });
    run.child.kill("SIGTERM");
    run.child.kill("SIGINT");
    expect(await run.code).toBe(0);
    expect(run.error()).toBe("");
    const db = openDb({ path: join(folder, "dripline.db") });
    expect(db.get("PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
    db.close();
  });

  test("refuses a data folder another Dripline has open, in one sentence", async () => {
    const first = start("--data", folder);
    await first.opened;
    const second = start("--data", folder);
    expect(await second.code).toBe(1);
    expect(second.error()).toMatch(/^Another Dripline has this data folder open [^\n]*\n$/u);
    expect(second.out()).toBe("");
    expect(await hello(await first.opened)).toMatchObject({ kind: "hello" });
  });

  test("refuses a port in use, and leaves the data folder alone", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = String(typeof address === "object" && address ? address.port : 0);
    const run = start("--data", join(folder, "new"), "--port", port);
    expect(await run.code).toBe(1);
    expect(run.error()).toMatch(new RegExp(`^Port ${port} is taken [^\\n]*\\n$`, "u"));
    expect(readdirSync(folder)).toEqual([]);
    other.close();
  });

  test("refuses what is no folder, and data from a newer Dripline", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const atFile = start("--data", file);
    expect(await atFile.code).toBe(1);
    expect(atFile.error()).toContain("is not a folder");

    const db = openDb({ path: join(folder, "dripline.db") });
    db.exec("PRAGMA user_version = 9990");
    db.close();
    const atNewer = start("--data", folder);
    expect(await atNewer.code).toBe(1);
    expect(atNewer.error()).toContain("newer Dripline");
  });

  // Root may write everywhere, so that only another user can be refused.
  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "refuses a folder it may not write in",
    async () => {
      chmodSync(folder, 0o500);
      const run = start("--data", join(folder, "new"));
      expect(await run.code).toBe(1);
      expect(run.error()).toContain("may not write");
      chmodSync(folder, 0o700);
    },
  );

  test("refuses an unknown flag and says which there are", async () => {
    const run = start("--dta", folder);
    expect(await run.code).toBe(1);
    expect(run.error()).toContain("--data DIR");
  });
});
