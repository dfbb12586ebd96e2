import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDb } from "./db.ts";
import { migrate, newestVersion, schemaVersion } from "./migrate.ts";
import { openStorage, storageSentence } from "./open-storage.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dripline-storage-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("opening the data folder", () => {
  test("makes the database with full durability, WAL and foreign keys", async () => {
    const storage = await openStorage(folder, "now");
    expect(schemaVersion(storage.db)).toBe(newestVersion);
    expect(storage.db.get("PRAGMA synchronous")).toEqual({ synchronous: 2 });
    expect(storage.db.get("PRAGMA journal_mode")).toEqual({ journal_mode: "wal" });
    expect(storage.db.get("PRAGMA foreign_keys")).toEqual({ foreign_keys: 1 });
    storage.close();
  });

  test("is refused to a second Dripline in words, and allowed again once the first is closed", async () => {
    const first = await openStorage(folder, "now");
    await expect(openStorage(folder, "now")).rejects.toThrow(
      "Another Dripline has this data folder open",
    );
    first.close();
    const second = await openStorage(folder, "now");
    second.close();
  });

  test("refuses data from a newer Dripline and changes nothing", async () => {
    const storage = await openStorage(folder, "now");
    storage.db.exec("PRAGMA user_version = 9990");
    storage.close();
    await expect(openStorage(folder, "now")).rejects.toThrow("written by a newer Dripline");
    const db = openDb({ path: join(folder, "dripline.db") });
    expect(schemaVersion(db)).toBe(9990);
    db.close();
  });

  test("says so where the file is no database", async () => {
    writeFileSync(
      join(folder, "dripline.db"),
      "this is a letter, not a database, and quite a long one at that".repeat(100),
    );
    await expect(openStorage(folder, "now")).rejects.toThrow("is damaged");
  });

  test("says so where the folder is a file", async () => {
    const path = join(folder, "file");
    writeFileSync(path, "");
    await expect(openStorage(path, "now")).rejects.toThrow("is not a folder");
  });
});

describe("migrating", () => {
  test("backs up before it changes anything", async () => {
    const first = await openStorage(folder, "first");
    const backedUp: number[] = [];
    await migrate(first.db, async (version) => void backedUp.push(version), [
      { version: newestVersion + 10, sql: "CREATE TABLE later (a INTEGER) STRICT" },
    ]);
    expect(backedUp).toEqual([newestVersion]);
    expect(schemaVersion(first.db)).toBe(newestVersion + 10);
    first.close();
    expect(readdirSync(folder)).not.toContain("backups");
  });

  test("leaves everything as it was where a step fails", async () => {
    const storage = await openStorage(folder, "now");
    const steps = [
      { version: newestVersion + 10, sql: "CREATE TABLE later (a INTEGER) STRICT" },
      { version: newestVersion + 20, sql: "CREATE TABLE later (a INTEGER) STRICT" },
    ];
    await expect(migrate(storage.db, async () => {}, steps)).rejects.toThrow("already exists");
    expect(schemaVersion(storage.db)).toBe(newestVersion);
    expect(storage.db.get("SELECT 1 FROM sqlite_schema WHERE name = 'later'")).toBeUndefined();
    storage.close();
  });
});

test.each([
  ["SQLITE_FULL", "The disk is full"],
  ["SQLITE_READONLY_DIRECTORY", "may not write"],
  ["SQLITE_BUSY", "Another program"],
  ["SQLITE_CORRUPT_VTAB", "is damaged"],
  ["SQLITE_IOERR_FSYNC", "does not answer properly"],
])("the storage error %s is told as “%s …”", (code, words) => {
  expect(storageSentence(code, "folder")).toContain(words);
});
