import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listMessageRows } from "./messages.ts";
import { openStorage, type Storage } from "./open-storage.ts";

let folder: string;
let storage: Storage;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dripline-messages-"));
  storage = await openStorage(folder, "now");
  storage.db.exec(`
    INSERT INTO message (id, idem_key, token, kind, priority, state, planned_at, not_before, created_at) VALUES
      (1, 'a', 'a', 'campaign', 5, 'queued', 0, 300, 0),
      (2, 'b', 'b', 'campaign', 5, 'queued', 0, 100, 0),
      (3, 'c', 'c', 'test', 0, 'queued', 0, 200, 0),
      (4, 'd', 'd', 'campaign', 5, 'sent', 0, 50, 0);
  `);
});
afterAll(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the mail log", () => {
  const cases = [
    { name: "lists the newest mail first", state: null, ids: [4, 3, 2, 1] },
    { name: "lists what waits in the order it will leave", state: "queued", ids: [3, 2, 1] },
  ] as const;
  test.each(cases)("$name", ({ state, ids }) => {
    const { total, rows } = listMessageRows(storage.db, { state, offset: 0, limit: 10 });
    expect({ total, ids: rows.map((row) => row.id) }).toEqual({ total: ids.length, ids });
  });
});
