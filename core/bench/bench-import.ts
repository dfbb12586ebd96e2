import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { importWhole } from "./import-whole.ts";
import { openDb } from "../storage/db.ts";
import { openTestWorld } from "../test-world.ts";
import { makeContacts } from "./make-contacts.ts";
import { spend, type Spent } from "./measure.ts";

const START = Date.parse("2026-03-02T08:00:00Z");

export interface ImportBench {
  /** What the baseline was: SQLite's own command, or the barest loop where that is not installed. */
  readonly baseline: string;
  readonly ours: () => Promise<Spent>;
  readonly raw: () => Promise<Spent>;
  close(): void;
}

/** A list of `rows` made-up contacts, imported by us and by the rawest tool at hand. */
export function prepareImportBench(rows: number): ImportBench {
  const folder = mkdtempSync(join(tmpdir(), "dripline-bench-"));
  const path = join(folder, "contacts.csv");
  const file = openSync(path, "w");
  for (const text of makeContacts(rows, 1)) writeSync(file, text);
  closeSync(file);
  const hasSqlite = spawnSync("sqlite3", ["--version"]).status === 0;
  let runs = 0;

  return {
    baseline: hasSqlite
      ? "sqlite3 .import into the bare table"
      : "papaparse and INSERT into the bare table",
    async ours() {
      const world = await openTestWorld({ start: START, world: "real" });
      try {
        const csv = readFileSync(path);
        return await spend(async () => void (await importWhole(world.app, csv)));
      } finally {
        await world.close();
      }
    },
    raw() {
      const dbPath = join(folder, `raw-${(runs += 1)}.db`);
      return spend(() =>
        Promise.resolve(hasSqlite ? importByCommand(dbPath, path) : importByLoop(dbPath, path)),
      );
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function importByCommand(dbPath: string, csvPath: string): void {
  const { status, stderr } = spawnSync("sqlite3", [
    dbPath,
    "PRAGMA journal_mode=WAL",
    ".mode csv",
    `.import ${csvPath} contact`,
  ]);
  if (status !== 0) throw new Error(`sqlite3 failed: ${stderr.toString()}`);
}

function importByLoop(dbPath: string, csvPath: string): void {
  const { data } = Papa.parse<string[]>(readFileSync(csvPath, "utf8"));
  const db = openDb({ path: dbPath });
  const columns = data[0]?.map((_, index) => `c${index}`) ?? [];
  db.exec(`CREATE TABLE contact (${columns.join(", ")})`);
  const insert = `INSERT INTO contact VALUES (${columns.map(() => "?").join(", ")})`;
  db.transaction(() => {
    for (const row of data) if (row.length === columns.length) db.run(insert, row);
  });
  db.close();
}
