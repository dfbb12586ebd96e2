import { signToken, type RelayKeys, type TokenKind } from "../tracking/token.ts";
import type { RelayEvent, RelayEventKind, RelayPage } from "./protocol.ts";
import { pullPage } from "./pull.ts";

type Fetch = typeof globalThis.fetch;

export interface TokenParts {
  readonly s?: string;
  readonly l?: string;
  readonly u?: string;
  readonly t?: number;
}

/** What a check works with: the relay seen from outside, and links of a made-up message. */
export interface Bench {
  readonly pullKey: string;
  /** Signed by the relay's own key; of the made-up message unless `s` says another. */
  readonly token: (kind: TokenKind, parts?: TokenParts) => string;
  /** Follows no redirect. */
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  readonly post: (
    path: string,
    body?: RequestInit["body"],
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** Throws the sentence where the relay does not give a page. */
  readonly pull: (options: {
    after: number;
    limit?: number;
    onlyUnsubscribes?: boolean;
  }) => Promise<RelayPage>;
  /** The made-up message's events since the bench was set up. */
  readonly heard: () => Promise<readonly RelayEvent[]>;
  readonly count: (kind: RelayEventKind) => Promise<number>;
}

const TIMEOUT_MS = 15_000;

/** `start`: the relay's newest event before the checks; what was there before is none of their business. */
export function createBench(
  fetch: Fetch,
  relay: { readonly url: string; readonly keys: RelayKeys },
  messageToken: string,
  start: number,
): Bench {
  const { url, keys } = relay;
  const address = { url, pullKey: keys.pull };

  async function get(path: string, init: RequestInit = {}): Promise<Response> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return fetch(url + path, { redirect: "manual", signal, ...init });
  }
  async function pull(options: Parameters<Bench["pull"]>[0]): Promise<RelayPage> {
    const pulled = await pullPage(fetch, address, options);
    if ("problem" in pulled) throw new CheckStopped(pulled.problem);
    return pulled.page;
  }
  async function heard(): Promise<readonly RelayEvent[]> {
    const events: RelayEvent[] = [];
    for (let after = start, more = true; more;) {
      const page = await pull({ after });
      events.push(...page.events.filter((event) => event.s === messageToken));
      after = page.next;
      more = page.more;
    }
    return events;
  }

  return {
    pullKey: keys.pull,
    token: (kind, parts = {}) => signToken(keys.signing, kind, { s: messageToken, ...parts }),
    get,
    post: (path, body = "", headers = {}) => get(path, { method: "POST", body, headers }),
    pull,
    heard,
    count: async (kind) => (await heard()).filter((event) => event.k === kind).length,
  };
}

/** A check that cannot go on, with the sentence that says why. */
export class CheckStopped extends Error {
  override readonly name = "CheckStopped";
}
