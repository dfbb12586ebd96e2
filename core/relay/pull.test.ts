import { randomBytes } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { must } from "../shared/assert.ts";
import { silentLog } from "../shared/log.ts";
import { readRelayKey, signToken, writeRelayKey } from "../tracking/token.ts";
import { checkRelay } from "./conformance.ts";
import type { RelayPage } from "./protocol.ts";
import { ackRelay, askHealth, pullPage, readRelayUrl } from "./pull.ts";
import { serverKeysOf, startRelay } from "./start-relay.ts";

const key = writeRelayKey(randomBytes(64));
const keys = must(readRelayKey(key));
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that answers as `listener` does. */
async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closers.push(() => new Promise((done) => server.close(done).closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function startReal(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), "relay-pull-"));
  const relay = await startRelay({
    dataFolder,
    keys: serverKeysOf(keys),
    port: 0,
    clock: { wall: () => 1_000 },
    random: (bytes) => randomBytes(bytes),
    log: silentLog,
  });
  closers.push(async () => {
    await relay.close();
    rmSync(dataFolder, { recursive: true });
  });
  return relay.url;
}

function pageWith(changes: Partial<RelayPage>): RelayPage {
  const page = { v: 1, epoch: "e", now: 1, oldest: 1, newest: 0, events: [], next: 5, more: false };
  return { ...page, ...changes };
}

const event = {
  t: 1,
  k: "o",
  s: "a",
  l: null,
  u: null,
  m: "GET",
  ua: "",
  ip: "",
  d: null,
} as const;

describe("a relay that works", () => {
  test("gives its events, is told what is stored, and says how it is", async () => {
    const url = await startReal();
    const relay = { url, pullKey: keys.pull };
    await fetch(`${url}/o/${signToken(keys.signing, "o", { s: "abc" })}.gif`);
    await fetch(`${url}/u/${signToken(keys.signing, "u", { s: "abc" })}`, { method: "POST" });
    const whole = await pullPage(fetch, relay, { after: 0 });
    expect(whole).toMatchObject({
      page: { next: 2, more: false, events: [{ k: "o" }, { k: "u", m: "form" }] },
    });
    const only = await pullPage(fetch, relay, { after: 0, onlyUnsubscribes: true });
    expect(only).toMatchObject({ page: { events: [{ k: "u", seq: 2 }] } });
    expect(await pullPage(fetch, relay, { after: 2 })).toMatchObject({ page: { events: [] } });
    expect(await ackRelay(fetch, relay, 2)).toBeUndefined();
    expect(await askHealth(fetch, relay)).toMatchObject({ health: { stored: 2, waiting: 0 } });
  });
});

describe("a relay in trouble is told in words", () => {
  test.each<[string, string, RequestListener]>([
    ["with another key", "wrong-key", (_, answer) => answer.writeHead(401).end()],
    ["that fails", "failing", (_, answer) => answer.writeHead(502).end("<h1>Bad gateway</h1>")],
    ["that is another site", "not-a-relay", (_, answer) => answer.end("<h1>Welcome</h1>")],
    ["that is another service", "not-a-relay", (_, answer) => answer.end("{}")],
    ["that has no such page", "not-a-relay", (_, answer) => answer.writeHead(404).end()],
    ["of another version", "not-a-relay", say(pageWith({ v: 2, next: 0 }))],
    ["that breaks off", "unreachable", (_, answer) => answer.destroy()],
    [
      "that sends us elsewhere",
      "unreachable",
      (_, answer) => answer.writeHead(302, { Location: "http://127.0.0.1:9/" }).end(),
    ],
    ["that never ends", "not-a-relay", flood],
    ["that repeats itself", "lies", say(pageWith({ events: [{ ...event, seq: 5 }] }))],
    [
      "that is out of order",
      "lies",
      say(
        pageWith({
          events: [
            { ...event, seq: 7 },
            { ...event, seq: 6 },
          ],
          next: 7,
        }),
      ),
    ],
    ["that points back", "lies", say(pageWith({ events: [{ ...event, seq: 6 }], next: 0 }))],
    ["that goes round for ever", "lies", say(pageWith({ more: true }))],
    [
      "with an event of no known kind",
      "not-a-relay",
      say(pageWith({ events: [{ ...event, seq: 6, k: "x" as "o" }], next: 6 })),
    ],
  ])("one %s", async (_, trouble, listener) => {
    const relay = { url: await serve(listener), pullKey: "secret-of-ours" };
    const pulled = await pullPage(fetch, relay, { after: 5 });
    expect(pulled).toMatchObject({ trouble, problem: expect.stringMatching(/^[A-Z].*\.$/u) });
    expect(JSON.stringify(pulled)).not.toContain(relay.pullKey);
  });

  test("one that was put back from a backup, unless it is a new one", async () => {
    const url = await serve(say(pageWith({ epoch: "e", newest: 3 })));
    const relay = { url, pullKey: "x" };
    expect(await pullPage(fetch, relay, { after: 5, epoch: "e" })).toMatchObject({
      trouble: "lies",
      problem: expect.stringContaining("--restored"),
    });
    expect(await pullPage(fetch, relay, { after: 5, epoch: "f" })).toHaveProperty("page");
    expect(await pullPage(fetch, relay, { after: 5 })).toHaveProperty("page");
  });

  test("one that does not listen", async () => {
    const pulled = await pullPage(fetch, { url: "http://127.0.0.1:9", pullKey: "x" }, { after: 0 });
    expect(pulled).toMatchObject({ trouble: "unreachable" });
  });

  test("one that fails to hear what was stored", async () => {
    const url = await serve((_, answer) => answer.writeHead(500).end());
    expect(await ackRelay(fetch, { url, pullKey: "x" }, 1)).toMatchObject({ trouble: "failing" });
  });
});

function say(page: unknown): RequestListener {
  return (_, answer) => answer.end(JSON.stringify(page));
}

function flood(_: unknown, answer: Parameters<RequestListener>[1]): void {
  const chunk = Buffer.alloc(1024 * 1024, 32);
  const more = (): unknown => !answer.destroyed && answer.write(chunk, more);
  more();
}

describe("trying a relay", () => {
  test("finds nothing wrong with a good one", async () => {
    const lines = await checkRelay(fetch, { url: await startReal(), key }, "abc");
    expect(lines.filter(({ isOk }) => !isOk)).toEqual([]);
    expect(lines.length).toBeGreaterThan(12);
  });

  test("says that the key is none, or another's", async () => {
    const url = await startReal();
    expect(await checkRelay(fetch, { url, key: "hello" }, "abc")).toMatchObject([{ isOk: false }]);
    const other = writeRelayKey(randomBytes(64));
    expect(await checkRelay(fetch, { url, key: other }, "abc")).toEqual([
      {
        name: "Takes the relay key",
        isOk: false,
        text: "The relay does not accept the key. Copy the relay key again from where the relay was set up.",
      },
    ]);
  });

  test.each<[string, string, (path: string, method: string) => boolean]>([
    [
      "loses opens",
      "Shows the picture of a mail, and stores an open",
      (path) => path.startsWith("/o/"),
    ],
    [
      "loses clicks",
      "Sends a click on to its page, and stores it with its link",
      (path) => path.startsWith("/c/"),
    ],
    [
      "loses unsubscribes",
      "Unsubscribes by a mail service's one click",
      (path, method) => path.startsWith("/u/") && method === "POST",
    ],
    [
      "loses what the app says",
      "Hears what has been stored here",
      (path) => path.startsWith("/v1/ack"),
    ],
  ])("finds the one that %s", async (_, name, isLost) => {
    const real = await startReal();
    const lossy: typeof fetch = async (input, init) => {
      const path = (input as string).slice(real.length);
      return isLost(path, init?.method ?? "GET")
        ? new Response("", { status: 500 })
        : fetch(input, init);
    };
    const lines = await checkRelay(lossy, { url: real, key }, "abc");
    expect(lines.filter(({ isOk }) => !isOk).map((line) => line.name)).toContain(name);
  });
});

describe("a relay's address", () => {
  test.each([
    ["https://go.example.com/", "https://go.example.com"],
    [" https://example.com/relay/ ", "https://example.com/relay"],
    ["http://127.0.0.1:8787", "http://127.0.0.1:8787"],
    ["http://localhost:1/", "http://localhost:1"],
    ["http://[::1]:8787", "http://[::1]:8787"],
  ])("may be %s", (text, url) => {
    expect(readRelayUrl(text)).toEqual({ url });
  });

  test.each([
    "",
    "go.example.com",
    "http://go.example.com",
    "ftp://x",
    "https://a:b@go.example.com",
    "https://go.example.com/?k=1",
    "https://go.example.com/#x",
  ])("may not be “%s”, and the reason is said", (text) => {
    expect(readRelayUrl(text)).toEqual({ problem: expect.stringMatching(/^[A-Z].*\.$/u) });
  });
});
