import type { RelayPage } from "./protocol.ts";
import { relayPageSchema } from "./protocol-schema.ts";

/** Where a relay is and what opens it. */
export interface RelayAddress {
  readonly url: string;
  readonly pullKey: string;
}

/** Trouble with a relay is data; the sentence says what to do. */
export type Pulled = { readonly page: RelayPage } | { readonly problem: string };

type Fetch = typeof globalThis.fetch;

const TIMEOUT_MS = 15_000;

/** One page of events after `after`. Asking again for the same page changes nothing. */
export async function pullPage(
  fetch: Fetch,
  relay: RelayAddress,
  options: { readonly after: number; readonly onlyUnsubscribes?: boolean },
): Promise<Pulled> {
  const kind = options.onlyUnsubscribes === true ? "&kind=u" : "";
  try {
    const answer = await fetch(`${relay.url}/v1/events?after=${options.after}&limit=1000${kind}`, {
      headers: { Authorization: `Bearer ${relay.pullKey}`, "X-Relay-Key": relay.pullKey },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.status === 401 || answer.status === 403)
      return {
        problem:
          "The relay does not accept the key. Copy the relay key again from where the relay was set up.",
      };
    if (!answer.ok)
      return {
        problem: `The relay answers with an error (${answer.status}). Look at the relay's own log.`,
      };
    const page = relayPageSchema.safeParse(await answer.json());
    return page.success
      ? { page: page.data }
      : { problem: "What answers at this address is not a Dripline relay. Check the address." };
  } catch (error) {
    return { problem: unreachable(error) };
  }
}

/** Tells the relay that everything up to `upTo` is stored here. Not hearing it costs only disk there. */
export async function ackRelay(fetch: Fetch, relay: RelayAddress, upTo: number): Promise<void> {
  await fetch(`${relay.url}/v1/ack?upto=${upTo}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${relay.pullKey}`, "X-Relay-Key": relay.pullKey },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => undefined);
}

export function unreachable(error: unknown): string {
  if (error instanceof SyntaxError)
    return "What answers at this address is not a Dripline relay. Check the address.";
  if (error instanceof Error && error.name === "TimeoutError")
    return "The relay does not answer. Check that it runs and that this computer is online.";
  return "The relay cannot be reached. Check the address, and that this computer is online.";
}

/** The address without a trailing slash, or why it cannot be a relay's. HTTPS, but on this computer itself. */
export function readRelayUrl(
  text: string,
): { readonly url: string } | { readonly problem: string } {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return { problem: "This is not an address. It looks like https://go.example.com." };
  }
  const isLocal = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal))
    return {
      problem:
        "The relay's address must begin with https://, or others could read and change what it hears.",
    };
  if (url.search || url.hash || url.username || url.password)
    return { problem: "Give the relay's address alone, without a key or a question mark in it." };
  return { url: url.href.replace(/\/+$/u, "") };
}
