import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFileLog } from "./pino-log.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dripline-log-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function linesOf(name = "dripline.log"): Record<string, unknown>[] {
  const lines = readFileSync(join(folder, name), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("The log", () => {
  test("is a line of JSON for each message, errors with their stack", () => {
    const log = createFileLog(folder);
    log.info("sent", { messages: 3 });
    log.error("failed", { error: new Error("no route") });
    log.close();
    const [first, second] = linesOf();
    expect(first).toMatchObject({ level: "info", messages: 3, msg: "sent" });
    expect(second).toMatchObject({ level: "error", error: { message: "no route" } });
    expect(JSON.stringify(second)).toContain("pino-log.test.ts");
  });

  test("keeps passwords and tokens to itself", () => {
    const log = createFileLog(folder);
    log.info("connecting", { password: "hunter2", account: { password: "hunter2", user: "ana" } });
    log.close();
    const text = readFileSync(join(folder, "dripline.log"), "utf8");
    expect(text).not.toContain("hunter2");
    expect(text).toContain("ana");
  });

  test("puts a long file aside and keeps two of them", () => {
    const log = createFileLog(folder, { maxBytes: 400 });
    for (let n = 1; n <= 30; n++) log.info("tick", { n });
    log.close();
    expect(readdirSync(folder).sort()).toEqual([
      "dripline.log",
      "dripline.log.1",
      "dripline.log.2",
    ]);
    const kept = ["dripline.log.2", "dripline.log.1", "dripline.log"].flatMap((name) =>
      linesOf(name).map((line) => Number(line["n"])),
    );
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(kept.at(-1)).toBe(30);
    expect(new Set(kept).size).toBe(kept.length);
  });

  test("goes on where it ended, after a restart", () => {
    for (const n of [1, 2]) {
      const log = createFileLog(folder);
      log.info("start", { n });
      log.close();
    }
    expect(linesOf().map((line) => line["n"])).toEqual([1, 2]);
  });

  test("touches nothing before its first line", () => {
    createFileLog(join(folder, "logs")).close();
    expect(existsSync(join(folder, "logs"))).toBe(false);
  });

  test("stops nothing where it cannot be written", () => {
    writeFileSync(join(folder, "file"), "");
    const log = createFileLog(join(folder, "file", "logs"));
    expect(() => log.error("lost")).not.toThrow();
  });
});
