import { createHmac, timingSafeEqual } from "node:crypto";

/** Open, click, unsubscribe, web visit. The kind is inside the signature: one cannot stand for another. */
export type TokenKind = "o" | "c" | "u" | "w";

export interface TokenPayload {
  /** The message's token. */
  readonly s: string;
  /** The link's stable id. */
  readonly l?: string;
  /** Where a click goes. */
  readonly u?: string;
  /** When it was made, unix seconds. */
  readonly t?: number;
}

/** Half of HMAC-SHA256, 128 bits: short enough for a link, long enough that nobody guesses one. */
const SIGNATURE_BYTES = 16;
const LONGEST_TOKEN = 6000;

/** `base64url(JSON payload) . base64url(first 16 bytes of HMAC-SHA256(key, kind "." payload))`. */
export function signToken(key: Uint8Array, kind: TokenKind, payload: TokenPayload): string {
  const body = Buffer.from(JSON.stringify(payload)).toString("base64url");
  return `${body}.${signatureOf(key, kind, body).toString("base64url")}`;
}

/** The payload, or undefined for anything that was not signed with `key` for this kind. */
export function verifyToken(
  key: Uint8Array,
  kind: TokenKind,
  token: string,
): TokenPayload | undefined {
  if (token.length > LONGEST_TOKEN) return undefined;
  const [body = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0) return undefined;
  const given = Buffer.from(signature, "base64url");
  const expected = signatureOf(key, kind, body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  try {
    const payload = JSON.parse(Buffer.from(body, "base64url").toString()) as TokenPayload;
    return typeof payload.s === "string" ? payload : undefined;
  } catch {
    return undefined;
  }
}

function signatureOf(key: Uint8Array, kind: TokenKind, body: string): Buffer {
  return createHmac("sha256", key).update(`${kind}.${body}`).digest().subarray(0, SIGNATURE_BYTES);
}

/** The two keys of one relay: what signs links, and what may pull events. */
export interface RelayKeys {
  readonly signing: Uint8Array;
  readonly pull: string;
}

const PREFIX = "dr1_";

/** One text to paste: `dr1_` and base64url of 32 bytes that sign and 32 that pull. */
export function writeRelayKey(bytes: Uint8Array): string {
  return PREFIX + Buffer.from(bytes).toString("base64url");
}

/** Undefined where the text is no relay key. */
export function readRelayKey(text: string): RelayKeys | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const bytes = Buffer.from(text.slice(PREFIX.length), "base64url");
  if (bytes.length !== 64) return undefined;
  return { signing: bytes.subarray(0, 32), pull: bytes.subarray(32).toString("base64url") };
}
