import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { silentLog } from "../shared/log.ts";
import {
  keysByIdOf,
  readRelayKey,
  signToken,
  verifyToken,
  writeRelayKey,
} from "../tracking/token.ts";
import { must } from "../shared/assert.ts";
import { checkRelay } from "./conformance.ts";
import type { RelayPage } from "./protocol.ts";
import { relayChecks } from "./relay-checks.ts";
import { serverKeysOf, startRelay, type RunningRelay } from "./start-relay.ts";
import { strictChecks } from "./strict-checks.ts";

const START = Date.UTC(2026, 0, 5, 12);
const SHOP = "https://shop.example.com";
const key = writeRelayKey(randomBytes(64));
const keys = must(readRelayKey(key));
let now: number;
let folder: string;
let relay: RunningRelay;

function start(): Promise<RunningRelay> {
  return startRelay({
    dataFolder: folder,
    keys: serverKeysOf(keys),
    port: 0,
    clock: { wall: () => now },
    random: (bytes) => randomBytes(bytes),
    log: silentLog,
    sites: [SHOP],
  });
}

beforeEach(async () => {
  now = START;
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  relay = await start();
});
afterEach(async () => {
  await relay.close();
  rmSync(folder, { recursive: true });
});

async function events(): Promise<RelayPage["events"]> {
  const headers = { "X-Relay-Key": keys.pull };
  const page = await fetch(`${relay.url}/v1/events`, { headers });
  return ((await page.json()) as RelayPage).events;
}

function pixelOf(message: string): string {
  return `${relay.url}/o/${signToken(keys.signing, "o", { s: message })}.gif`;
}

async function visitToken(u: string): Promise<string | null> {
  const token = signToken(keys.signing, "c", { s: "abc", l: "link-1", u });
  const answer = await fetch(`${relay.url}/c/${token}`, { redirect: "manual" });
  return new URL(must(answer.headers.get("location"))).searchParams.get("dl");
}
function tell(body: string, origin = SHOP): Promise<Response> {
  return fetch(`${relay.url}/w`, { method: "POST", body, headers: { Origin: origin } });
}

test("passes every check there is", async () => {
  const checks = [...relayChecks, ...strictChecks];
  const lines = await checkRelay(fetch, { url: relay.url, key }, "abc", checks);
  expect(lines.filter(({ isOk }) => !isOk)).toEqual([]);
  expect(lines).toHaveLength(checks.length + 1);
});

test("keeps what it heard when it is started again", async () => {
  await fetch(pixelOf("abc"));
  await relay.close();
  relay = await start();
  expect(await events()).toMatchObject([{ seq: 1, k: "o", s: "abc", t: START }]);
});

test("says the clock's time, which in practice is not the computer's", async () => {
  now += 86_400_000;
  const health = (await (await fetch(`${relay.url}/v1/health`)).json()) as object;
  expect(health).toEqual({ relay: "dripline", v: 1, now: START + 86_400_000 });
});

test("tells its numbers to its owner", async () => {
  await fetch(pixelOf("abc"));
  const headers = { Authorization: `Bearer ${keys.pull}` };
  const health = await (await fetch(`${relay.url}/v1/health`, { headers })).json();
  expect(health).toMatchObject({ stored: 1, waiting: 1, overCeiling: 0 });
});

test("stores sixty opens that come at once, every one", async () => {
  await Promise.all(Array.from({ length: 60 }, (_, n) => fetch(pixelOf(`m${n}`))));
  expect(new Set((await events()).map((event) => event.s)).size).toBe(60);
});

describe("one of the owner's own sites", () => {
  const page = `${SHOP}/cart?a=1#top`;

  test("is told who comes, before the fragment, by a token that does nothing else", async () => {
    const token = must(await visitToken(page));
    const keysById = keysByIdOf([keys.signing]);
    expect(verifyToken(keysById, "w", token)).toEqual({ s: "abc", t: START / 1000 });
    for (const kind of ["o", "c", "u"] as const)
      expect(verifyToken(keysById, kind, token)).toBeUndefined();
  });

  test("other pages are told nothing, and a page that has such a mark keeps its own", async () => {
    expect(await visitToken("https://elsewhere.example/")).toBeNull();
    expect(await visitToken(`${SHOP}/?dl=mine`)).toBe("mine");
  });

  test("may say what was seen there", async () => {
    const v = await visitToken(page);
    const answer = await tell(JSON.stringify({ v, e: "video_25", p: "/cart?secret=1", n: 25 }));
    expect(answer.status).toBe(204);
    expect((await events()).at(-1)).toMatchObject({
      k: "w",
      s: "abc",
      m: "POST",
      d: { e: "video_25", p: "/cart", n: 25 },
    });
  });

  test.each([
    [
      "from another site",
      403,
      (v: string) => tell(JSON.stringify({ v, e: "a" }), "https://x.example"),
    ],
    ["with a strange name", 400, (v: string) => tell(JSON.stringify({ v, e: "A b" }))],
    ["that is no JSON", 400, () => tell("{")],
    [
      "that is too long",
      413,
      (v: string) => tell(JSON.stringify({ v, e: "a", p: "x".repeat(5000) })),
    ],
    ["with a forged token", 404, (v: string) => tell(JSON.stringify({ v: `${v}x`, e: "a" }))],
    [
      "with an open's token",
      404,
      () => tell(JSON.stringify({ v: signToken(keys.signing, "o", { s: "abc" }), e: "a" })),
    ],
    [
      "a month after the visit",
      404,
      (v: string) => {
        now += 31 * 86_400_000;
        return tell(JSON.stringify({ v, e: "a" }));
      },
    ],
  ])("an event %s is refused with %i", async (_, status, send) => {
    const answer = await send(must(await visitToken(page)));
    expect(answer.status).toBe(status);
    expect((await events()).filter((event) => event.k === "w")).toEqual([]);
  });

  test("may send fifty an hour", async () => {
    const v = await visitToken(page);
    const body = JSON.stringify({ v, e: "page_view" });
    for (let turn = 0; turn < 50; turn += 1) expect((await tell(body)).status).toBe(204);
    expect((await tell(body)).status).toBe(429);
  });
});
