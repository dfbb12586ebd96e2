import { forge, type Check } from "./relay-checks.ts";

const TARGET = "https://example.com/";

/**
 * What every deployment of a relay must hold besides, tried on one that is not in use: these leave hundreds
 * of events, and tell the relay that they were stored.
 */
export const strictChecks: readonly Check[] = [
  {
    name: "Never takes one kind of link for another",
    async run({ token, get, post }) {
      const answers = [
        await get(`/c/${token("o", { u: TARGET })}`),
        await get(`/c/${token("u", { u: TARGET })}`),
        await get(`/c/${token("w", { u: TARGET })}`),
        await get(`/u/${token("c")}`),
        await post(`/u/${token("o")}`, "List-Unsubscribe=One-Click"),
        await post(`/u/${token("w")}`, "List-Unsubscribe=One-Click"),
      ];
      return allMissing(answers);
    },
  },
  {
    name: "Goes to http and https alone",
    async run({ token, get }) {
      const urls = [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "https:",
        "",
      ];
      const answers: Response[] = [];
      for (const u of urls) answers.push(await get(`/c/${token("c", { u })}`));
      answers.push(await get(`/c/${token("c")}`));
      return allMissing(answers);
    },
  },
  {
    name: "Keeps a link's line breaks and foreign letters out of its headers",
    async run({ token, get }) {
      const answer = await get(
        `/c/${token("c", { u: "https://example.com/ü?a=\r\nSet-Cookie: a=b" })}`,
      );
      if (answer.headers.has("set-cookie")) return "A link can write headers.";
      return answer.headers.get("location")?.startsWith("https://example.com/%C3%BC?a=") === true
        ? undefined
        : "A link with foreign letters does not end on its page.";
    },
  },
  {
    name: "Refuses junk of any shape",
    async run({ get, post }) {
      const junk = ["junk", "a.b", "%00", "%F0%9F", "e30.AAAAAAAAAAAAAAAAAAAAAA", "x".repeat(6000)];
      const answers: Response[] = [];
      for (const text of junk) {
        answers.push(await get(`/c/${text}`), await get(`/u/${text}`), await post(`/u/${text}`));
        if ((await get(`/o/${text}.gif`)).status !== 200) return "A damaged picture does not come.";
      }
      return allMissing(answers);
    },
  },
  {
    name: "Refuses a forged unsubscribe",
    async run({ token, post }) {
      return allMissing([await post(`/u/${forge(token("u"))}`, "List-Unsubscribe=One-Click")]);
    },
  },
  {
    name: "Unsubscribes again and again with the same answer",
    async run(bench) {
      const path = `/u/${bench.token("u")}`;
      const texts: string[] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        const answer = await bench.post(path, "List-Unsubscribe=One-Click", FORM);
        texts.push(`${answer.status} ${await answer.text()}`);
      }
      return new Set(texts).size === 1 && texts[0]?.startsWith("200 ") === true
        ? undefined
        : "The answers differ.";
    },
  },
  {
    name: "Unsubscribes whatever the body is",
    async run(bench) {
      const before = await bench.count("u");
      const bodies = ["", "junk=%", "x".repeat(100_000), "--b\r\nbroken"];
      for (const body of bodies) {
        const answer = await bench.post(`/u/${bench.token("u")}`, body, {
          "content-type": "multipart/form-data",
        });
        if (answer.status !== 200) return `A strange body is answered with ${answer.status}.`;
      }
      return (await bench.count("u")) === before + bodies.length ? undefined : "A wish is lost.";
    },
  },
  {
    name: "Sets no cookie anywhere",
    async run({ token, get }) {
      const paths = [
        "/",
        `/o/${token("o")}.gif`,
        `/c/${token("c", { u: TARGET })}`,
        `/u/${token("u")}`,
      ];
      for (const path of paths)
        if ((await get(path)).headers.has("set-cookie"))
          return `${path.slice(0, 3)} sets a cookie.`;
      return undefined;
    },
  },
  {
    name: "Stores the network a hit came from, never the address",
    async run({ heard }) {
      const ips = (await heard()).map((event) => event.ip);
      return ips.every(
        (ip) => ip === "" || /^(\d+\.\d+\.\d+\.0|[\da-f]+:[\da-f]+:[\da-f]+::)$/u.test(ip),
      )
        ? undefined
        : `It stores ${ips.at(-1)}.`;
    },
  },
  {
    name: "Gives its events page by page",
    async run({ pull }) {
      const whole = await pull({ after: 0, limit: 1000 });
      const seqs: number[] = [];
      for (let after = 0, more = true; more && seqs.length < whole.events.length;) {
        const page = await pull({ after, limit: 7 });
        if (page.events.length > 7) return "A page holds more than was asked for.";
        seqs.push(...page.events.map((event) => event.seq));
        ({ next: after, more } = page);
      }
      return seqs.join() === whole.events.map((event) => event.seq).join()
        ? undefined
        : "The pages together are not the whole.";
    },
  },
  {
    name: "Gives unsubscribes alone",
    async run({ pull, count }) {
      const page = await pull({ after: 0, limit: 1000, onlyUnsubscribes: true });
      const wrong = page.events.find((event) => event.k !== "u");
      if (wrong) return `An event of kind “${wrong.k}” is among them.`;
      return page.events.length >= (await count("u")) ? undefined : "Some are missing.";
    },
  },
  {
    name: "Tells its name, its clock and its bounds",
    async run({ pull }) {
      const first = await pull({ after: 0, limit: 1 });
      const again = await pull({ after: first.newest });
      if (first.epoch !== again.epoch) return "Its name changes.";
      if (again.now < first.now) return "Its clock goes back.";
      if (again.events.length > 0 || again.more || again.next !== first.newest)
        return "There is something after the newest.";
      return first.oldest <= first.newest ? undefined : "Its oldest is newer than its newest.";
    },
  },
  {
    name: "Takes the key in either header",
    async run({ get, pullKey }) {
      const answers = [
        await get("/v1/events", { headers: { Authorization: `Bearer ${pullKey}` } }),
        await get("/v1/events", { headers: { "X-Relay-Key": pullKey } }),
      ];
      return answers.every(({ status }) => status === 200) ? undefined : "One of them is refused.";
    },
  },
  {
    name: "Says no to a question it does not understand",
    async run({ get, pullKey }) {
      const headers = { "X-Relay-Key": pullKey };
      for (const query of ["after=x", "after=-1", "after=1.5", "kind=z"]) {
        const { status } = await get(`/v1/events?${query}`, { headers });
        if (status !== 400) return `${query} is answered with ${status}.`;
      }
      return undefined;
    },
  },
  {
    name: "Hands over what was acknowledged once more, and refuses to be told of what it never gave",
    async run({ get, pull, pullKey }) {
      const headers = { "X-Relay-Key": pullKey };
      const { newest } = await pull({ after: 0, limit: 1 });
      const good = await get(`/v1/ack?upto=${newest}`, { method: "POST", headers });
      if (!good.ok) return "It does not listen.";
      const wrong = await get(`/v1/ack?upto=${newest + 1000}`, { method: "POST", headers });
      if (wrong.ok) return "It believes that events were stored which it never gave.";
      return (await pull({ after: 0 })).events.length > 0 ? undefined : "They are gone at once.";
    },
  },
  {
    name: "Takes no web event from an unknown site",
    async run({ post, token }) {
      const body = JSON.stringify({ v: token("w", { t: 4_000_000_000 }), e: "page_view" });
      const answer = await post("/w", body, { Origin: "https://stranger.example" });
      return answer.status === 403 ? undefined : `It is answered with ${answer.status}.`;
    },
  },
  {
    name: "Stores a hundred hits of a link a day, and goes on answering",
    async run(bench) {
      const path = `/o/${bench.token("o")}.gif`;
      for (let round = 0; round < 11; round += 1) {
        const answers = await Promise.all(Array.from({ length: 10 }, () => bench.get(path)));
        if (answers.some(({ status }) => status !== 200)) return "The picture stops coming.";
      }
      const stored = await bench.count("o");
      return stored === 100 ? undefined : `${stored} were stored.`;
    },
  },
];

const FORM = { "content-type": "application/x-www-form-urlencoded" };

function allMissing(answers: readonly Response[]): string | undefined {
  const wrong = answers.find(
    ({ status, headers }) => status < 400 || status >= 500 || headers.has("location"),
  );
  return wrong && `It is answered with ${wrong.status}: the relay could be used to mislead people.`;
}
