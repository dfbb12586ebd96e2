import type { RelayHealth, RelayPage } from "./protocol.ts";
import { relayHealthSchema, relayPageSchema } from "./protocol-schema.ts";

/** Where a relay is and what opens it. */
export interface RelayAddress {
  readonly url: string;
  readonly pullKey: string;
}

/**
 * What is wrong with a relay: it cannot be reached, does not take the key, is in trouble itself, is something
 * else, or is one that says what cannot be.
 */
export type RelayTrouble = "unreachable" | "wrong-key" | "failing" | "not-a-relay" | "lies";

/** Trouble with a relay is data; the sentence says what to do. */
export interface RelayFailure {
  readonly trouble: RelayTrouble;
  readonly problem: string;
}

export type Pulled = { readonly page: RelayPage } | RelayFailure;

type Fetch = typeof globalThis.fetch;

const TIMEOUT_MS = 15_000;
/** A page of a thousand events with the longest links is well below. */
const MOST_BYTES = 16 * 1024 * 1024;
const PAGE_SIZE = 1000;

/** One page of events after `after`. Asking again for the same page changes nothing. */
export async function pullPage(
  fetch: Fetch,
  relay: RelayAddress,
  options: {
    readonly after: number;
    readonly limit?: number;
    /** The relay's name when it was last heard; the same relay cannot know less than it told then. */
    readonly epoch?: string | null;
    /** For a restored backup: every unsubscribe the relay has ever heard. */
    readonly onlyUnsubscribes?: boolean;
  },
): Promise<Pulled> {
  const { after, limit = PAGE_SIZE } = options;
  const kind = options.onlyUnsubscribes === true ? "&kind=u" : "";
  const path = `/v1/events?after=${after}&limit=${limit}${kind}`;
  const answer = await ask(fetch, relay, path, "GET", relayPageSchema);
  if ("problem" in answer) return answer;
  const lie = lieIn(answer.value, after, options.epoch ?? null);
  return lie === undefined ? { page: answer.value } : { trouble: "lies", problem: lie };
}

/** Tells the relay that everything up to `upTo` is stored here. Not hearing it costs only disk there. */
export async function ackRelay(
  fetch: Fetch,
  relay: RelayAddress,
  upTo: number,
): Promise<RelayFailure | undefined> {
  const answer = await ask(fetch, relay, `/v1/ack?upto=${upTo}`, "POST", undefined);
  return "problem" in answer ? answer : undefined;
}

/** How the relay is; its numbers only for the right key. */
export async function askHealth(
  fetch: Fetch,
  relay: RelayAddress,
): Promise<{ readonly health: RelayHealth } | RelayFailure> {
  const answer = await ask(fetch, relay, "/v1/health", "GET", relayHealthSchema);
  return "problem" in answer ? answer : { health: answer.value };
}

interface Schema<T> {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: T } | { readonly success: false };
}

async function ask<T>(
  fetch: Fetch,
  relay: RelayAddress,
  path: string,
  method: "GET" | "POST",
  schema: Schema<T> | undefined,
): Promise<{ readonly value: T } | RelayFailure> {
  try {
    const answer = await fetch(relay.url + path, {
      method,
      headers: { Authorization: `Bearer ${relay.pullKey}`, "X-Relay-Key": relay.pullKey },
      // The key goes to nobody else.
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      return failureOf(answer.status);
    }
    const value: unknown = JSON.parse(await readText(answer));
    if (!schema) return { value: value as T };
    const parsed = schema.safeParse(value);
    return parsed.success ? { value: parsed.data } : notARelay;
  } catch (error) {
    return unreachable(error);
  }
}

const notARelay: RelayFailure = {
  trouble: "not-a-relay",
  problem: "What answers at this address is not a Dripline relay. Check the address.",
};

function failureOf(status: number): RelayFailure {
  if (status === 401 || status === 403)
    return {
      trouble: "wrong-key",
      problem:
        "The relay does not accept the key. Copy the relay key again from where the relay was set up.",
    };
  if (status === 404 || status === 405) return notARelay;
  return {
    trouble: "failing",
    problem: `The relay answers with an error (${status}). Look at the relay's own log.`,
  };
}

async function readText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new SyntaxError("longer than any page");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** A page that would make us skip or repeat events, or go round for ever. */
function lieIn(page: RelayPage, after: number, epoch: string | null): string | undefined {
  if (page.epoch === epoch && page.newest < after)
    return "The relay knows less than it told before: it was put back from a backup. Start it once with --restored.";
  let last = after;
  for (const { seq } of page.events) {
    if (seq <= last) return "The relay gives its events out of order. Look at the relay's own log.";
    last = seq;
  }
  if (page.next !== last || (page.more && page.events.length === 0))
    return "The relay does not say where its next events begin. Look at the relay's own log.";
  return undefined;
}

/** Why nothing came back, from what fetch threw. */
export function unreachable(error: unknown): RelayFailure {
  if (error instanceof SyntaxError) return notARelay;
  const isSlow = error instanceof Error && error.name === "TimeoutError";
  return {
    trouble: "unreachable",
    problem: isSlow
      ? "The relay does not answer. Check that it runs and that this computer is online."
      : `The relay cannot be reached${reasonOf(error)}. Check the address, and that this computer is online.`,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: " (no such name)",
  ECONNREFUSED: " (nothing listens there)",
  ECONNRESET: " (the connection broke)",
  CERT_HAS_EXPIRED: " (its certificate has expired)",
  DEPTH_ZERO_SELF_SIGNED_CERT: " (its certificate is of its own making)",
  ERR_TLS_CERT_ALTNAME_INVALID: " (its certificate is for another name)",
};

function reasonOf(error: unknown): string {
  const cause =
    error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return REASONS[String(cause?.code)] ?? "";
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
