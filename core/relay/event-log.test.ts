import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE, type Instant } from "../shared/clock.ts";
import { openEventLog, type EventLog, type NewRelayEvent } from "./event-log.ts";
import type { RelayEventKind } from "./protocol.ts";

const START: Instant = Date.UTC(2026, 0, 5, 12);
let folder: string;
let now: Instant;
let log: EventLog;

function open(mostPerDay?: number): EventLog {
  const limit = mostPerDay === undefined ? {} : { mostPerDay };
  return openEventLog({
    path: join(folder, "relay.db"),
    clock: { wall: () => now },
    random: (bytes) => randomBytes(bytes),
    ...limit,
  });
}

function hit(k: RelayEventKind, s = "message"): NewRelayEvent {
  return { k, s, l: null, u: null, m: "GET", ua: "a browser", ip: "203.0.113.0", d: null };
}

function addMany(k: RelayEventKind, count: number, s?: string): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => log.add(hit(k, s))));
}

function seqs(kind: RelayEventKind | null = null): number[] {
  return log.read({ after: 0, limit: 1000, kind }).events.map((event) => event.seq);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-log-"));
  now = START;
  log = open();
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true });
});

describe("the list of events", () => {
  test("gives back what was added, with the time it was heard, whole and in order", async () => {
    await log.add({ ...hit("c"), l: "link-1", u: "https://example.com/" });
    now += MINUTE;
    await log.add({ ...hit("w"), m: "POST", d: { e: "page_view", p: "/", n: 1.5 } });
    expect(log.read({ after: 0, limit: 10, kind: null })).toEqual({
      v: 1,
      epoch: log.counts().epoch,
      now: START + MINUTE,
      oldest: 1,
      newest: 2,
      events: [
        { ...hit("c"), seq: 1, t: START, l: "link-1", u: "https://example.com/" },
        {
          ...hit("w"),
          seq: 2,
          t: START + MINUTE,
          m: "POST",
          d: { e: "page_view", p: "/", n: 1.5 },
        },
      ],
      next: 2,
      more: false,
    });
  });

  test("comes in pages, and the same page as often as it is asked for", async () => {
    await addMany("o", 5);
    const first = log.read({ after: 0, limit: 2, kind: null });
    expect(first).toMatchObject({ next: 2, more: true });
    expect(log.read({ after: 0, limit: 2, kind: null })).toEqual(first);
    expect(log.read({ after: 2, limit: 2, kind: null })).toMatchObject({ next: 4, more: true });
    const last = log.read({ after: 4, limit: 2, kind: null });
    expect(last).toMatchObject({ next: 5, more: false, events: [{ seq: 5 }] });
    expect(log.read({ after: 5, limit: 2, kind: null })).toMatchObject({ next: 5, events: [] });
  });

  test("has in a page everything heard before the time the page names", () => {
    void log.add(hit("o"));
    expect(seqs()).toEqual([1]);
  });

  test("gives unsubscribes alone where only they are asked for", async () => {
    await addMany("o", 2);
    await log.add(hit("u"));
    expect(seqs("u")).toEqual([3]);
  });

  test("survives being closed, with its numbers and its name", async () => {
    await addMany("o", 3);
    const { epoch } = log.counts();
    log.close();
    log = open();
    await log.add(hit("o"));
    expect(log.counts()).toMatchObject({ epoch, stored: 4 });
    expect(seqs()).toEqual([1, 2, 3, 4]);
  });

  test("writes what was asked of it before it closes", async () => {
    const added = log.add(hit("u"));
    log.close();
    await expect(added).resolves.toBe("stored");
    log = open();
    expect(seqs()).toEqual([1]);
  });

  test("gives no number twice after a backup was put back", async () => {
    log.skipNumbers();
    await log.add(hit("o"));
    log.skipNumbers();
    await log.add(hit("u"));
    expect(seqs()).toEqual([1_000_000_001, 2_000_000_002]);
    expect(log.read({ after: 7, limit: 10, kind: null }).newest).toBe(2_000_000_002);
  });
});

describe("forgetting", () => {
  beforeEach(async () => {
    await addMany("o", 2);
    await log.add(hit("u"));
    await addMany("c", 2);
  });

  test("keeps what was handed over for thirty days, and unsubscribes for ever", () => {
    log.ack(4);
    now += 30 * DAY;
    log.ack(4);
    expect(seqs()).toEqual([1, 2, 3, 4, 5]);
    now += 2 * DAY;
    log.ack(4);
    expect(seqs()).toEqual([3, 5]);
  });

  test("tells from where on the list is whole", () => {
    log.ack(4);
    now += 32 * DAY;
    log.ack(4);
    expect(log.read({ after: 0, limit: 10, kind: null })).toMatchObject({ oldest: 5, newest: 5 });
  });

  test("keeps what was never heard for ninety days", async () => {
    now += 90 * DAY;
    await log.add(hit("o"));
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6]);
    now += DAY;
    await log.add(hit("o"));
    expect(seqs()).toEqual([3, 6, 7]);
  });

  test("does not give a number again", () => {
    log.ack(5);
    now += 40 * DAY;
    log.ack(5);
    expect(log.read({ after: 5, limit: 10, kind: null })).toMatchObject({ newest: 5, next: 5 });
  });

  test("counts thirty days from when each part was handed over", () => {
    log.ack(2);
    now += 20 * DAY;
    log.ack(5);
    now += 15 * DAY;
    log.ack(5);
    expect(seqs()).toEqual([3, 4, 5]);
  });

  test("refuses to be told of what it never gave", () => {
    expect(log.ack(6)).toBe(false);
    expect(log.ack(5)).toBe(true);
    expect(log.ack(2)).toBe(true);
    expect(log.counts().waiting).toBe(0);
  });
});

describe("ceilings", () => {
  test("store a hundred hits of a kind, a message and a day, and count the rest", async () => {
    const outcomes = await addMany("o", 103);
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(100);
    expect(log.counts()).toMatchObject({ stored: 100, overCeiling: 3 });
    await expect(log.add(hit("c"))).resolves.toBe("stored");
    await expect(log.add(hit("o", "another"))).resolves.toBe("stored");
    now += DAY;
    await expect(log.add(hit("o"))).resolves.toBe("stored");
  });

  test("hold over a restart", async () => {
    await addMany("o", 100);
    log.close();
    log = open();
    await expect(log.add(hit("o"))).resolves.toBe("counted");
  });

  test("store fifty web events of a visit an hour", async () => {
    const outcomes = await addMany("w", 51);
    expect(outcomes.at(-1)).toBe("counted");
    now += HOUR;
    await expect(log.add(hit("w"))).resolves.toBe("stored");
  });

  test("of a whole day never turn away an unsubscribe", async () => {
    log.close();
    log = open(2);
    await addMany("o", 2);
    await expect(log.add(hit("c"))).resolves.toBe("counted");
    await expect(log.add(hit("u"))).resolves.toBe("stored");
  });
});
