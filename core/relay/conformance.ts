import { ackRelay, pullPage, unreachable } from "./pull.ts";
import { readRelayKey, signToken, type RelayKeys, type TokenKind } from "../tracking/token.ts";
import type { RelayEvent } from "./protocol.ts";

export interface CheckLine {
  readonly name: string;
  readonly isOk: boolean;
  readonly text: string;
}

type Fetch = typeof globalThis.fetch;

interface Bench {
  readonly url: string;
  readonly token: (kind: TokenKind, more?: { l?: string; u?: string }) => string;
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  /** Events of our throw-away message so far. */
  readonly heard: () => Promise<readonly RelayEvent[]>;
}

interface Check {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<string | undefined>;
}

const TARGET = "https://example.com/pricing?x=1#top";

async function expectHeard(bench: Bench, kind: string, count: number): Promise<string | undefined> {
  const events = await bench.heard();
  const found = events.filter((event) => event.k === kind).length;
  return found === count
    ? undefined
    : `${found} events of kind “${kind}” were stored where ${count} belong.`;
}

/** In order: each check may build on what the ones before it left at the relay. */
const checks: readonly Check[] = [
  {
    name: "answers",
    run: async ({ get }) =>
      (await get("/v1/health")).ok ? undefined : "The relay does not say that it is well.",
  },
  {
    name: "has a neutral front page",
    run: async ({ get }) =>
      (await get("/")).status === 200 ? undefined : "The front page does not open.",
  },
  {
    name: "shows the picture of a mail",
    run: async ({ get, token }) => {
      const answer = await get(`/o/${token("o")}.gif`);
      const bytes = await answer.arrayBuffer();
      if (
        answer.status !== 200 ||
        answer.headers.get("content-type") !== "image/gif" ||
        bytes.byteLength < 20
      )
        return "The picture does not come.";
      return /no-store/u.test(answer.headers.get("cache-control") ?? "")
        ? undefined
        : "The picture may be cached, so later opens would be missed.";
    },
  },
  { name: "stores an open", run: (bench) => expectHeard(bench, "o", 1) },
  {
    name: "does not count a look at the picture's head",
    run: async (bench) => {
      await bench.get(`/o/${bench.token("o")}.gif`, { method: "HEAD" });
      return expectHeard(bench, "o", 1);
    },
  },
  {
    name: "shows the same picture for a forged open, and stores nothing",
    run: async (bench) => {
      const answer = await bench.get(`/o/${forge(bench.token("o"))}.gif`);
      return answer.status === 200
        ? expectHeard(bench, "o", 1)
        : "A forged open is answered differently.";
    },
  },
  {
    name: "sends a click on to its page",
    run: async ({ get, token }) => {
      const answer = await get(`/c/${token("c", { l: "link-1", u: TARGET })}`);
      return answer.status === 302 && answer.headers.get("location") === TARGET
        ? undefined
        : "A click does not end on its page.";
    },
  },
  {
    name: "stores a click with its link",
    run: async (bench) => {
      const click = (await bench.heard()).find((event) => event.k === "c");
      return click?.l === "link-1" && click.u === TARGET
        ? undefined
        : "The click was not stored with its link.";
    },
  },
  {
    name: "takes a link check for no click",
    run: async (bench) => {
      await bench.get(`/c/${bench.token("c", { l: "link-1", u: TARGET })}`, { method: "HEAD" });
      return (await expectHeard(bench, "c", 1)) ?? expectHeard(bench, "h", 1);
    },
  },
  {
    name: "refuses a forged click",
    run: async ({ get, token }) =>
      (await get(`/c/${forge(token("c", { u: TARGET }))}`)).status === 404
        ? undefined
        : "A forged link is followed: the relay could be used to mislead people.",
  },
  {
    name: "refuses an open's token as a click",
    run: async ({ get, token }) =>
      (await get(`/c/${token("o", { u: TARGET })}`)).status === 404
        ? undefined
        : "One kind of link can stand for another.",
  },
  {
    name: "refuses a dangerous address",
    run: async ({ get, token }) =>
      (await get(`/c/${token("c", { u: "javascript:alert(1)" })}`)).status === 404
        ? undefined
        : "A javascript: link is followed.",
  },
  {
    name: "refuses junk",
    run: async ({ get }) =>
      (await get("/c/junk")).status === 404 ? undefined : "Junk is not refused.",
  },
  {
    name: "only asks when an unsubscribe link is opened",
    run: async (bench) => {
      const answer = await bench.get(`/u/${bench.token("u")}`);
      const text = await answer.text();
      if (answer.status !== 200 || !/<form[^>]*method="?post/iu.test(text))
        return "The unsubscribe page does not open.";
      return expectHeard(bench, "u", 0);
    },
  },
  {
    name: "unsubscribes by one click (urlencoded)",
    run: async (bench) => {
      const answer = await bench.get(`/u/${bench.token("u")}`, {
        method: "POST",
        body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      });
      if (answer.status !== 200)
        return "A mail service's one-click unsubscribe is not answered with 200.";
      if (answer.headers.has("set-cookie")) return "The relay sets a cookie.";
      return expectHeard(bench, "u", 1);
    },
  },
  {
    name: "unsubscribes by one click (multipart), for any program",
    run: async (bench) => {
      const body = new FormData();
      body.set("List-Unsubscribe", "One-Click");
      const answer = await bench.get(`/u/${bench.token("u")}`, {
        method: "POST",
        body,
        headers: { "user-agent": "somebot/1.0" },
      });
      const ways = (await bench.heard()).filter((event) => event.k === "u").map((event) => event.m);
      return answer.status === 200 && ways.length === 2 && ways.every((way) => way === "oneclick")
        ? undefined
        : "A multipart one-click unsubscribe is lost.";
    },
  },
  {
    name: "unsubscribes by the form",
    run: async (bench) => {
      const answer = await bench.get(`/u/${bench.token("u")}`, {
        method: "POST",
        body: new URLSearchParams(),
      });
      const ways = (await bench.heard()).filter((event) => event.m === "form");
      return answer.status === 200 && ways.length === 1
        ? undefined
        : "The form does not unsubscribe.";
    },
  },
  {
    name: "refuses a forged unsubscribe",
    run: async ({ get, token }) =>
      (await get(`/u/${forge(token("u"))}`, { method: "POST" })).status === 404
        ? undefined
        : "A forged unsubscribe is taken.",
  },
  {
    name: "keeps its events from strangers",
    run: async ({ get }) =>
      (await get("/v1/events?after=0", { headers: { Authorization: "Bearer wrong" } })).status ===
      401
        ? undefined
        : "Anybody can read the events.",
  },
  {
    name: "keeps its events from those without a key",
    run: async ({ get }) =>
      (await get("/v1/events?after=0")).status === 401 ? undefined : "Anybody can read the events.",
  },
  {
    name: "gives events in order",
    run: async ({ heard }) => {
      const seqs = (await heard()).map((event) => event.seq);
      return seqs.length > 0 &&
        seqs.every((seq, index) => index === 0 || seq > (seqs[index - 1] ?? 0))
        ? undefined
        : "The events come out of order.";
    },
  },
];

function forge(token: string): string {
  const last = token.at(-1) === "A" ? "Q" : "A";
  return token.slice(0, -1) + last;
}

/**
 * Tries a relay from outside, with the links of a made-up message, and says what is right and wrong, line by
 * line. Leaves a few events of that message behind, which mean nothing to anybody. Stops where the relay
 * does not answer at all.
 */
export async function checkRelay(
  fetch: Fetch,
  relay: { readonly url: string; readonly key: string },
  messageToken: string,
): Promise<CheckLine[]> {
  const keys = readRelayKey(relay.key);
  if (!keys)
    return [
      {
        name: "the key",
        isOk: false,
        text: "This is not a relay key. It begins with dr1_ and was shown when the relay was set up.",
      },
    ];
  const address = { url: relay.url, pullKey: keys.pull };
  const start = await newestSeq(fetch, address);
  if (typeof start !== "number") return [{ name: "answers", isOk: false, text: start.problem }];
  const bench = makeBench(fetch, relay.url, keys, messageToken, start);
  const lines: CheckLine[] = [{ name: "accepts the key", isOk: true, text: "accepts the key" }];
  for (const check of checks) {
    const problem = await check.run(bench).catch(unreachable);
    lines.push({ name: check.name, isOk: problem === undefined, text: problem ?? check.name });
  }
  await ackRelay(fetch, address, 0);
  return lines;
}

async function newestSeq(
  fetch: Fetch,
  address: { url: string; pullKey: string },
): Promise<number | { problem: string }> {
  const pulled = await pullPage(fetch, address, { after: Number.MAX_SAFE_INTEGER });
  return "problem" in pulled ? pulled : pulled.page.newest;
}

function makeBench(fetch: Fetch, url: string, keys: RelayKeys, s: string, start: number): Bench {
  return {
    url,
    token: (kind, more = {}) => signToken(keys.signing, kind, { s, ...more }),
    get: (path, init = {}) =>
      fetch(url + path, { redirect: "manual", signal: AbortSignal.timeout(15_000), ...init }),
    async heard() {
      const pulled = await pullPage(fetch, { url, pullKey: keys.pull }, { after: start });
      if ("problem" in pulled) throw new Error(pulled.problem);
      return pulled.page.events.filter((event) => event.s === s);
    },
  };
}
