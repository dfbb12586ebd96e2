import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage, type Storage } from "./open-storage.ts";
import { listPeople, type PeopleWhat } from "./report-people.ts";
import { countCampaign, countEmails, recountCampaign } from "./reports.ts";

let folder: string;
let storage: Storage;

/** Eight people: what was sent to each in email "a", and what was heard of it. */
const heard: Readonly<Record<number, readonly (readonly [kind: string, klass: string])[]>> = {
  1: [["opened", "human"]],
  2: [
    ["opened", "machine"],
    ["clicked", "human"],
  ],
  3: [["opened", "machine"]],
  4: [["opened", "unsure"]],
  5: [
    ["opened", "unsure"],
    ["clicked", "machine"],
  ],
  6: [["bounced", "human"]],
  7: [
    ["replied", "human"],
    ["unsubscribed", "human"],
  ],
  8: [],
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dripline-people-"));
  storage = await openStorage(folder, "now");
  const { db } = storage;
  db.pragma("foreign_keys = OFF");
  let eventId = 0;
  for (const [key, events] of Object.entries(heard)) {
    const contactId = Number(key);
    db.run(
      `INSERT INTO message (id, idem_key, token, kind, campaign_id, contact_id, step_id, report_step_id, priority, state,
         planned_at, not_before, created_at, intent_at, accepted_at, is_tracked)
       VALUES (?, ?, ?, 'campaign', 'c', ?, 'a', 'a', 5, ?, 0, 0, 0, 10, 10, 1)`,
      [contactId, key, key, contactId, contactId === 8 ? "uncertain" : "sent"],
    );
    for (const [kind, klass] of events) {
      eventId += 1;
      db.run(
        `INSERT INTO event (contact_id, occurred_at, id, uid, kind, message_id, link_id, class, received_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)`,
        [
          contactId,
          20 + eventId,
          eventId,
          String(eventId),
          kind,
          contactId,
          kind === "clicked" ? "link" : null,
          klass,
        ],
      );
    }
  }
});
afterAll(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the people behind a number", () => {
  const cases: readonly { what: PeopleWhat; people: number[]; linkId?: string }[] = [
    { what: "sent", people: [1, 2, 3, 4, 5, 6, 7] },
    { what: "uncertain", people: [8] },
    { what: "delivered", people: [1, 2, 3, 4, 5, 7] },
    { what: "bounced", people: [6] },
    { what: "opened", people: [1, 2] },
    { what: "opened-by-machine", people: [3, 5] },
    { what: "opened-unsure", people: [4] },
    { what: "clicked", people: [2] },
    { what: "clicked-by-machine", people: [5] },
    { what: "clicked-by-machine", people: [5], linkId: "link" },
    { what: "clicked", people: [], linkId: "another" },
    { what: "replied", people: [7] },
    { what: "unsubscribed", people: [7] },
    { what: "complained", people: [] },
  ];
  test.each(cases)("$what $linkId", ({ what, people, linkId = null }) => {
    for (const stepId of ["a", null]) {
      const found = listPeople(storage.db, { campaignId: "c", stepId, what, linkId });
      expect(found.map(({ contactId }) => contactId).toSorted((a, b) => a - b)).toEqual(people);
    }
  });

  test("are as many as the number says", () => {
    const ofEmail = countEmails(storage.db, "c").get("a");
    expect(ofEmail).toEqual(countCampaign(storage.db, "c"));
    expect(ofEmail).toEqual({
      sent: 7,
      uncertain: 1,
      bounced: 1,
      delivered: 6,
      trackedDelivered: 6,
      reached: 6,
      reachedTracked: 6,
      opened: 2,
      openedByMachine: 2,
      openedUnsure: 1,
      clicked: 1,
      clickedByMachine: 1,
      replied: 1,
      unsubscribed: 1,
      complained: 0,
    });
  });
});

test("Over a whole campaign everyone counts once, however many emails they got", () => {
  const { db } = storage;
  // 1 got and opened a second email, untracked; 6, whose first bounced, got one too; 8 opened the one that is uncertain.
  for (const [id, contactId, isTracked] of [
    [101, 1, 0],
    [106, 6, 0],
  ] as const)
    db.run(
      `INSERT INTO message (id, idem_key, token, kind, campaign_id, contact_id, step_id, report_step_id, priority, state,
         planned_at, not_before, created_at, intent_at, accepted_at, is_tracked)
       VALUES (?, ?, ?, 'campaign', 'c', ?, 'b', 'b', 5, 'sent', 0, 0, 0, 10, 10, ?)`,
      [id, `b${id}`, `b${id}`, contactId, isTracked],
    );
  for (const [id, contactId, messageId] of [
    [901, 1, 101],
    [902, 8, 8],
  ] as const)
    db.run(
      `INSERT INTO event (contact_id, occurred_at, id, uid, kind, message_id, link_id, class, received_at)
       VALUES (?, 99, ?, ?, 'clicked', ?, 'link', 'human', 0)`,
      [contactId, id, `e${id}`, messageId],
    );

  const whole = countCampaign(db, "c");
  expect(whole).toMatchObject({ sent: 9, delivered: 8, opened: 3, clicked: 3 });
  expect(whole).toMatchObject({ reached: 8, reachedTracked: 7 });
  expect(whole).toMatchObject(recountCampaign(db, "c"));
});
