import { createHash, timingSafeEqual } from "node:crypto";
import { Hono, type Context } from "hono";
import { DAY, SECOND, type Clock } from "../shared/clock.ts";
import type { Log } from "../shared/log.ts";
import { keysByIdOf, verifyToken, type TokenKind, type TokenPayload } from "../tracking/token.ts";
import { destinationOf, withVisit } from "./destination.ts";
import type { EventLog } from "./event-log.ts";
import { clientNetwork } from "./network-of.ts";
import { confirmPage, donePage, homePage, missingPage } from "./pages.ts";
import { RELAY_VERSION, type RelayEventKind, type RelayHealth } from "./protocol.ts";
import { isOneClick, readText } from "./request-body.ts";
import { parseWebEvent } from "./web-event.ts";

/** What a relay keeps of its keys. */
export interface ServerKeys {
  /** The newest first: it signs; the others keep old links good. */
  readonly signing: readonly [Uint8Array, ...Uint8Array[]];
  /** SHA-256 of the pull key; the key itself is not kept. */
  readonly pullHash: Uint8Array;
}

export interface RelayOptions {
  readonly events: EventLog;
  readonly keys: ServerKeys;
  readonly clock: Pick<Clock, "wall">;
  readonly log: Log;
  /** Origins of the owner's own pages: only these are told who comes, and may tell what he does there. */
  readonly sites: readonly string[];
}

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const NO_STORE = "no-store, no-cache, must-revalidate, private, max-age=0";
/** Of bodies. The one of an unsubscribe is only looked into: a longer one unsubscribes as well. */
const MOST_FORM_BYTES = 16_384;
const MOST_EVENT_BYTES = 4096;
const LONGEST_VISIT = 30 * DAY;

/** The relay: hears opens, clicks and unsubscribes by random tokens, and hands them over to its owner. */
export function createRelay({ events, keys, clock, log, sites }: RelayOptions): Hono {
  const app = new Hono();
  const keysById = keysByIdOf(keys.signing);

  function read(kind: TokenKind, token: string): TokenPayload | undefined {
    return verifyToken(keysById, kind, token);
  }
  async function add(
    c: Context,
    k: RelayEventKind,
    { s, l, u }: TokenPayload,
    more: { readonly m?: string; readonly d?: Parameters<EventLog["add"]>[0]["d"] } = {},
  ): Promise<"stored" | "counted" | "failed"> {
    const ua = (c.req.header("user-agent") ?? "").slice(0, 200);
    const ip = clientNetwork(peerOf(c), c.req.header("x-forwarded-for"));
    const { m = c.req.method, d = null } = more;
    try {
      return await events.add({ k, s, l: l ?? null, u: u ?? null, m, ua, ip, d });
    } catch (error) {
      log.error("an event could not be written", { kind: k, error: String(error) });
      return "failed";
    }
  }
  function isOwner(c: Context): boolean {
    // Some web hosts take the first header away.
    const given =
      c.req.header("x-relay-key") ??
      /^Bearer (.+)$/iu.exec(c.req.header("authorization") ?? "")?.[1] ??
      "";
    return timingSafeEqual(createHash("sha256").update(given).digest(), keys.pullHash);
  }

  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", NO_STORE);
    c.header("Referrer-Policy", "no-referrer");
    c.header("X-Content-Type-Options", "nosniff");
    c.header("X-Robots-Tag", "noindex");
  });

  app.get("/o/:token", async (c) => {
    const payload = read("o", c.req.param("token").replace(/\.gif$/u, ""));
    // HEAD asks whether the picture is there; that is no look at the mail.
    if (payload && c.req.method === "GET") await add(c, "o", payload);
    return c.body(new Uint8Array(PIXEL), 200, {
      "Content-Type": "image/gif",
      "Content-Length": String(PIXEL.length),
    });
  });

  app.get("/c/:token", async (c) => {
    const payload = read("c", c.req.param("token"));
    const destination = destinationOf(payload?.u);
    if (!payload || !destination) return missing(c);
    // A reader goes on to the page even where the click cannot be written.
    await add(c, c.req.method === "HEAD" ? "h" : "c", payload);
    const visit = { s: payload.s, t: Math.floor(clock.wall() / SECOND) };
    return c.body(null, 302, {
      Location: withVisit(destination, sites, keys.signing[0], visit),
    });
  });

  // Scanners follow every link, so a GET changes nothing.
  app.get("/u/:token", (c) =>
    read("u", c.req.param("token")) ? page(c, confirmPage()) : missing(c),
  );

  // No look at who asks: a mail service's program asks for a person.
  app.post("/u/:token", async (c) => {
    const payload = read("u", c.req.param("token"));
    if (!payload) return missing(c);
    const body = await readText(c.req.raw, MOST_FORM_BYTES).catch(() => "");
    const m = isOneClick(body ?? "") ? "oneclick" : "form";
    if ((await add(c, "u", payload, { m })) === "failed")
      return c.text("Please try again in a minute.", 503, { "Retry-After": "60" });
    return m === "oneclick" ? c.text("Unsubscribed.") : page(c, donePage());
  });

  app.post("/w", async (c) => {
    if (!sites.includes(c.req.header("origin") ?? "")) return c.text("Unknown site.", 403);
    const text = await readText(c.req.raw, MOST_EVENT_BYTES);
    if (text === undefined) return c.text("Too long.", 413);
    const event = parseWebEvent(text);
    if (!event) return c.text("Not an event.", 400);
    const visit = read("w", event.v);
    if (!visit || (visit.t ?? 0) * SECOND < clock.wall() - LONGEST_VISIT) return missing(c);
    const outcome = await add(c, "w", visit, { d: event.d });
    if (outcome === "counted") return c.text("Too many events.", 429);
    return outcome === "failed" ? c.text("Not stored.", 503) : c.body(null, 204);
  });

  app.get("/v1/events", (c) => {
    if (!isOwner(c)) return strangers(c);
    const after = wholeNumber(c.req.query("after") ?? "0");
    const limit = wholeNumber(c.req.query("limit") ?? "500");
    const kind = c.req.query("kind") ?? null;
    if (after === undefined || limit === undefined || (kind !== null && kind !== "u"))
      return c.json({ error: "after and limit are whole numbers, kind is u or nothing" }, 400);
    return c.json(events.read({ after, limit, kind }));
  });

  app.post("/v1/ack", (c) => {
    if (!isOwner(c)) return strangers(c);
    const upTo = wholeNumber(c.req.query("upto") ?? "");
    if (upTo === undefined) return c.json({ error: "upto is a whole number" }, 400);
    return events.ack(upTo)
      ? c.json({ v: RELAY_VERSION, upto: upTo })
      : c.json({ error: "nothing was ever handed out up to there" }, 409);
  });

  app.get("/v1/health", (c) => {
    const health: RelayHealth = { relay: "dripline", v: RELAY_VERSION, now: clock.wall() };
    return c.json(isOwner(c) ? { ...health, ...events.counts() } : health);
  });

  app.get("/", (c) => page(c, homePage()));
  app.get("/robots.txt", (c) => c.text("User-agent: *\nDisallow: /\n"));
  app.notFound(missing);
  app.onError((error, c) => {
    log.error("a request could not be answered", { path: c.req.routePath, error: String(error) });
    return c.text("Please try again in a minute.", 500);
  });
  return app;
}

function strangers(c: Context): Response {
  return c.json({ error: "wrong key" }, 401, { "WWW-Authenticate": "Bearer" });
}

function missing(c: Context): Response {
  return page(c, missingPage(), 404);
}

function page(c: Context, html: string, status: 200 | 404 = 200): Response {
  return c.html(html, status, {
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  });
}

/** The address at the other end of the connection; "" where the host of this app does not say. */
function peerOf(c: Context): string {
  const bindings = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress ?? "";
}

function wholeNumber(text: string): number | undefined {
  const number = /^\d{1,16}$/u.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
