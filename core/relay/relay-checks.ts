import type { Bench } from "./relay-bench.ts";

export interface Check {
  readonly name: string;
  /** What is wrong, or undefined. */
  readonly run: (bench: Bench) => Promise<string | undefined>;
}

const TARGET = "https://example.com/pricing?x=1&y=%C3%BC#top";

/** A token with one changed sign in its signature. */
export function forge(token: string): string {
  return token.slice(0, -4) + (token.at(-4) === "A" ? "Q" : "A") + token.slice(-3);
}

/** Passes where `work` leaves as many events of a kind as there were, and finds nothing wrong. */
async function storesNothing(
  bench: Bench,
  work: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const before = (await bench.heard()).length;
  const wrong = await work();
  const added = (await bench.heard()).length - before;
  return wrong ?? (added === 0 ? undefined : `It was stored as ${added} events.`);
}

function isMissing(answer: Response): boolean {
  return answer.status === 404 && !answer.headers.has("location");
}

/** What a person's relay is tried with. In order: each may build on what the ones before it left. */
export const relayChecks: readonly Check[] = [
  {
    name: "Says that it is well",
    async run({ get }) {
      const health = (await (await get("/v1/health")).json()) as { relay?: unknown };
      return health.relay === "dripline" ? undefined : "It does not say what it is.";
    },
  },
  {
    name: "Has a front page that tells nothing",
    async run({ get }) {
      const answer = await get("/");
      if (answer.status !== 200) return "The front page does not open.";
      return /dripline/iu.test(await answer.text()) ? "The front page gives it away." : undefined;
    },
  },
  {
    name: "Shows the picture of a mail, and stores an open",
    async run(bench) {
      const answer = await bench.get(`/o/${bench.token("o")}.gif`);
      const bytes = await answer.arrayBuffer();
      const said = answer.headers.get("content-length");
      if (answer.status !== 200 || answer.headers.get("content-type") !== "image/gif")
        return "The picture does not come.";
      if (bytes.byteLength !== 42 || (said !== null && said !== "42"))
        return "The picture is not the smallest there is.";
      if (!/no-store/u.test(answer.headers.get("cache-control") ?? ""))
        return "The picture may be cached, so later opens would be missed.";
      return (await bench.count("o")) === 1 ? undefined : "The open was not stored.";
    },
  },
  {
    name: "Does not count a look at the picture's head",
    run: (bench) =>
      storesNothing(bench, async () => {
        const answer = await bench.get(`/o/${bench.token("o")}.gif`, { method: "HEAD" });
        return answer.status === 200 ? undefined : "The head does not come.";
      }),
  },
  {
    name: "Shows the same picture for a forged open, and stores nothing",
    run: (bench) =>
      storesNothing(bench, async () => {
        const answer = await bench.get(`/o/${forge(bench.token("o"))}.gif`);
        const { byteLength } = await answer.arrayBuffer();
        return answer.status === 200 && byteLength === 42
          ? undefined
          : "A forged open is answered differently.";
      }),
  },
  {
    name: "Sends a click on to its page, and stores it with its link",
    async run(bench) {
      const answer = await bench.get(`/c/${bench.token("c", { l: "link-1", u: TARGET })}`, {
        headers: { "user-agent": "x".repeat(900) },
      });
      if (answer.status !== 302 || answer.headers.get("location") !== TARGET)
        return "A click does not end on its page.";
      if (!/no-store/u.test(answer.headers.get("cache-control") ?? ""))
        return "The way may be cached, so later clicks would be missed.";
      const clicks = (await bench.heard()).filter((event) => event.k === "c");
      const [click] = clicks;
      if (clicks.length !== 1 || click?.l !== "link-1" || click.m !== "GET")
        return "The click was not stored with its link.";
      return click.ua.length <= 200 ? undefined : "It stores what it is told at any length.";
    },
  },
  {
    name: "Takes a link check for no click",
    async run(bench) {
      const path = `/c/${bench.token("c", { l: "link-1", u: TARGET })}`;
      const answer = await bench.get(path, { method: "HEAD" });
      if (answer.status !== 302) return "The head of a link does not come.";
      const [clicks, probes] = [await bench.count("c"), await bench.count("h")];
      return clicks === 1 && probes === 1 ? undefined : "A mail scanner's check counts as a click.";
    },
  },
  {
    name: "Refuses a forged click",
    run: (bench) =>
      storesNothing(bench, async () =>
        isMissing(await bench.get(`/c/${forge(bench.token("c", { u: TARGET }))}`))
          ? undefined
          : "A forged link is followed: the relay could be used to mislead people.",
      ),
  },
  {
    name: "Only asks when an unsubscribe link is opened",
    run: (bench) =>
      storesNothing(bench, async () => {
        const answer = await bench.get(`/u/${bench.token("u")}`);
        return answer.status === 200 && /<form[^>]*method="?post/iu.test(await answer.text())
          ? undefined
          : "The unsubscribe page does not open.";
      }),
  },
  {
    name: "Unsubscribes by a mail service's one click",
    run: (bench) =>
      unsubscribes(bench, "oneclick", new URLSearchParams({ "List-Unsubscribe": "One-Click" })),
  },
  {
    name: "Unsubscribes by one click sent as a form part, from a program",
    run(bench) {
      const body = new FormData();
      body.set("List-Unsubscribe", "One-Click");
      return unsubscribes(bench, "oneclick", body, { "user-agent": "somebot/1.0 (Java crawler)" });
    },
  },
  {
    name: "Unsubscribes by the page's button",
    run: (bench) => unsubscribes(bench, "form", new URLSearchParams()),
  },
  {
    name: "Keeps its events from strangers",
    async run({ get }) {
      const wrong = { Authorization: "Bearer wrong", "X-Relay-Key": "wrong" };
      const answers = [
        await get("/v1/events?after=0"),
        await get("/v1/events?after=0", { headers: wrong }),
        await get("/v1/ack?upto=0", { method: "POST", headers: wrong }),
      ];
      return answers.every(({ status }) => status === 401)
        ? undefined
        : "Somebody without the key gets an answer.";
    },
  },
  {
    name: "Gives its events in order, and again when asked again",
    async run({ heard }) {
      const events = await heard();
      if (events.length < 6) return `It gives ${events.length} events where 6 belong.`;
      return JSON.stringify(await heard()) === JSON.stringify(events)
        ? undefined
        : "Asking twice gives two answers.";
    },
  },
  {
    name: "Hears what has been stored here",
    async run({ get, pullKey }) {
      const headers = { "X-Relay-Key": pullKey };
      const answer = await get("/v1/ack?upto=0", { method: "POST", headers });
      return answer.ok ? undefined : "It does not listen.";
    },
  },
];

async function unsubscribes(
  bench: Bench,
  how: string,
  body: URLSearchParams | FormData,
  headers: Record<string, string> = {},
): Promise<string | undefined> {
  const before = await bench.count("u");
  const answer = await bench.post(`/u/${bench.token("u")}`, body, headers);
  if (answer.status !== 200) return "It is not answered with 200.";
  if (answer.headers.has("set-cookie")) return "It sets a cookie.";
  const events = (await bench.heard()).filter((event) => event.k === "u");
  if (events.length !== before + 1) return "The wish is lost.";
  return events.at(-1)?.m === how ? undefined : `It is taken for “${events.at(-1)?.m}”.`;
}
