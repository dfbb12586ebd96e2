import type { RelayEvent, RelayEventKind, RelayPage, WebEventData } from "../relay/protocol.ts";
import type { Clock, Instant } from "../shared/clock.ts";

/** A relay without a network: what people do is put into it, and told when it is asked. */
export interface FakeRelay {
  readonly fetch: typeof globalThis.fetch;
  isDown: boolean;
  /** Events are told only this long after they happened. */
  delayMs: number;
  /** Changing it is a relay set up anew. */
  epoch: string;
  /** How many times it was asked for events. */
  readonly pulls: number;
  hear(
    kind: RelayEventKind,
    token: string,
    options?: {
      readonly at?: Instant;
      readonly link?: string;
      readonly by?: keyof typeof AGENTS;
      /** What a page told, of a web event. */
      readonly told?: WebEventData;
      /** Told from then on; else after the relay's delay. */
      readonly toldFrom?: Instant;
    },
  ): void;
}

const AGENTS = {
  human:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  machine: "Mozilla/5.0",
  unsure: "",
} as const;

export function createFakeRelay(clock: Clock): FakeRelay {
  let events: (RelayEvent & { readonly toldFrom: Instant })[] = [];
  let pulls = 0;
  /** How many have been told; their numbers are fixed. */
  let toldCount = 0;
  const relay: FakeRelay = {
    fetch: async (input) => answer(input instanceof Request ? input.url : String(input)),
    isDown: false,
    delayMs: 0,
    epoch: "e1",
    get pulls() {
      return pulls;
    },
    hear(kind, token, options = {}) {
      const { at = clock.wall(), link, by = "human", told = null } = options;
      const event = {
        seq: 0,
        t: at,
        k: kind,
        s: token,
        l: link ?? null,
        u: kind === "c" ? `https://example.com/${link ?? ""}` : null,
        m: "GET",
        ua: AGENTS[by],
        ip: "",
        d: told,
        toldFrom: options.toldFrom ?? clock.wall() + relay.delayMs,
      };
      const untold = [...events.slice(toldCount), event].toSorted(
        (a, b) => a.toldFrom - b.toldFrom,
      );
      // Numbers are given in the order things are told.
      events = [...events.slice(0, toldCount), ...untold].map((known, index) => ({
        ...known,
        seq: index + 1,
      }));
    },
  };

  function answer(address: string): Response {
    if (relay.isDown) throw new TypeError("fetch failed");
    const url = new URL(address);
    if (url.pathname !== "/v1/events") return Response.json({});
    pulls += 1;
    const after = Number(url.searchParams.get("after"));
    const hidden = events.findIndex((event) => event.toldFrom > clock.wall());
    const told = hidden < 0 ? events : events.slice(0, hidden);
    toldCount = Math.max(toldCount, told.length);
    const page = told.filter((event) => event.seq > after);
    const body: RelayPage = {
      v: 1,
      epoch: relay.epoch,
      now: clock.wall(),
      oldest: 1,
      newest: told.length,
      events: page.map(({ toldFrom: _toldFrom, ...event }) => event),
      next: page.at(-1)?.seq ?? after,
      more: false,
    };
    return Response.json(body);
  }
  return relay;
}
