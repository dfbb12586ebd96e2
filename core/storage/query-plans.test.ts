import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WritableDb } from "./db.ts";
import { DUE_DATES_SQL, NEXT_DATE_SQL } from "./date-watches.ts";
import { DUE_SQL, NEXT_WAKE_SQL } from "./enrollments.ts";
import { READY_SQL } from "./messages.ts";
import { openStorage, type Storage } from "./open-storage.ts";

let folder: string;
let storage: Storage;
let db: WritableDb;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dripline-plans-"));
  storage = await openStorage(folder, "now");
  db = storage.db;
  db.exec(`
    INSERT INTO campaign (id, name, state, draft, created_at, updated_at) VALUES ('c', 'c', 'live', '{}', 0, 0);
    INSERT INTO campaign_version (id, campaign_id, number, plan, published_at) VALUES (1, 'c', 1, '{}', 0);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO contact (id, uid, address, created_at, updated_at) SELECT i, 'u' || i, 'a' || i || '@example.com', i, i FROM n;
    INSERT INTO enrollment (uid, campaign_id, contact_id, version_id, run_no, entry_key, state, step_id, phase, since_at, wake_at, entered_at)
      SELECT 'e' || id, 'c', id, 1, 1, 'k', CASE WHEN id % 10 = 0 THEN 'active' ELSE 'done' END, 's', 'delay', 0,
        CASE WHEN id % 10 = 0 THEN 1000 + id END, 0 FROM contact;
    INSERT INTO message (idem_key, token, kind, campaign_id, enrollment_id, contact_id, step_id, priority, state, planned_at, not_before, created_at)
      SELECT 'm' || id, 't' || id, 'campaign', 'c', id, id, 's', 5, CASE WHEN id % 100 = 0 THEN 'queued' ELSE 'sent' END, 0, id, 0 FROM contact;
    INSERT INTO date_watch (id, campaign_id, entry, zone, since_at, filled_to) VALUES (1, 'c', '{}', 'UTC', 0, NULL);
    INSERT INTO date_due (watch_id, contact_id, due_at) SELECT 1, id, 1000 + id FROM contact;
    ANALYZE;
  `);
});
afterAll(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

function planOf(sql: string, params: Record<string, number> = {}): string[] {
  return db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params).map((row) => row.detail);
}

/** Reading a small partial index from its start is no scan of the table. */
function scansOfTables(details: readonly string[]): string[] {
  return details.filter((detail) =>
    /^SCAN (?!.*USING (COVERING )?INDEX (enrollment_due|message_queue|message_in_flight|event_new))/u.test(
      detail,
    ),
  );
}

describe("what every tick asks reads small indexes, never a whole table", () => {
  test.each([
    ["runs that are due", DUE_SQL, { now: 500, limit: 25 }],
    ["the next run to wake", NEXT_WAKE_SQL, {}],
    ["mail that may leave", READY_SQL, { now: 5000, limit: 50 }],
    [
      "events to react to",
      "SELECT id FROM event WHERE state = 'new' ORDER BY (kind <> 'unsubscribed'), occurred_at, id LIMIT 100",
      {},
    ],
    [
      "a contact's waiting runs",
      "SELECT id FROM enrollment WHERE contact_id = 7 AND state IN ('active','held')",
      {},
    ],
    [
      "the mails of a run",
      "SELECT id FROM message WHERE enrollment_id = 7 AND state IN ('sent','uncertain') ORDER BY intent_at, id",
      {},
    ],
    [
      "the account's ledger",
      "SELECT intent_at FROM message WHERE account_id = 'a' AND intent_at > 5 ORDER BY intent_at DESC LIMIT 10",
      {},
    ],
    ["people whose date has come", DUE_DATES_SQL, { watchId: 1, now: 500, limit: 100 }],
    ["the next date of a watch", NEXT_DATE_SQL, { watchId: 1 }],
    [
      "what was left in flight",
      "SELECT id FROM message WHERE state = 'in_flight' AND boot_id IS NOT 3 ORDER BY id",
      {},
    ],
  ])("%s", (_what, sql, params) => {
    expect(scansOfTables(planOf(sql, params))).toEqual([]);
  });

  test("and this test would see a scan", () => {
    expect(scansOfTables(planOf("SELECT id FROM contact WHERE first_name = 'x'"))).toHaveLength(1);
    expect(
      scansOfTables(planOf("SELECT id FROM enrollment WHERE state = 'active' AND wake_at < 5")),
    ).toHaveLength(1);
  });
});
