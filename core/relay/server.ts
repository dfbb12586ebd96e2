import { createHash, timingSafeEqual } from "node:crypto";
import { Hono, type Context } from "hono";
import { verifyToken, type TokenKind, type TokenPayload } from "../tracking/token.ts";
import type { EventLog } from "./event-log.ts";
import { confirmPage, donePage, homePage } from "./pages.ts";
import { RELAY_VERSION, type RelayEventKind } from "./protocol.ts";

export interface RelayOptions {
  readonly log: EventLog;
  readonly signingKey: Uint8Array;
  /** SHA-256 of the pull key; the key itself is not kept. */
  readonly pullKeyHash: Uint8Array;
  readonly now: () => number;
}

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const NO_STORE = "no-store, no-cache, must-revalidate, private, max-age=0";
const MOST_PER_PAGE = 1000;

/** The relay: hears opens, clicks and unsubscribes by random tokens, and hands them over to its owner. */
export function createRelay({ log, signingKey, pullKeyHash, now }: RelayOptions): Hono {
  const app = new Hono();

  function read(kind: TokenKind, token: string): TokenPayload | undefined {
    return verifyToken(signingKey, kind, token);
  }
  function add(c: Context, k: RelayEventKind, payload: TokenPayload, m: string): Promise<boolean> {
    return log.add({
      t: now(),
      k,
      s: payload.s,
      l: payload.l ?? null,
      u: payload.u ?? null,
      m,
      ua: (c.req.header("user-agent") ?? "").slice(0, 200),
      ip: networkOf(c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? ""),
    });
  }
  function isOwner(c: Context): boolean {
    const given =
      /^Bearer (.+)$/u.exec(c.req.header("authorization") ?? "")?.[1] ??
      c.req.header("x-relay-key") ??
      "";
    return timingSafeEqual(createHash("sha256").update(given).digest(), pullKeyHash);
  }

  app.get("/o/:token", async (c) => {
    const payload = read("o", c.req.param("token").replace(/\.gif$/u, ""));
    // Some servers ask for the head only; that is no look at the mail.
    if (payload && c.req.method === "GET") await add(c, "o", payload, "GET");
    return c.body(new Uint8Array(PIXEL), 200, {
      "Content-Type": "image/gif",
      "Content-Length": String(PIXEL.length),
      "Cache-Control": NO_STORE,
    });
  });

  app.get("/c/:token", async (c) => {
    const payload = read("c", c.req.param("token"));
    const target = payload?.u;
    if (!payload || !target || !/^https?:\/\//iu.test(target)) return c.notFound();
    await add(c, c.req.method === "HEAD" ? "h" : "c", payload, c.req.method);
    return c.body(null, 302, {
      Location: target,
      "Cache-Control": NO_STORE,
      "X-Robots-Tag": "noindex",
      "Referrer-Policy": "no-referrer",
    });
  });

  // Scanners follow every link, so a GET changes nothing.
  app.get("/u/:token", (c) =>
    read("u", c.req.param("token")) ? page(c, confirmPage()) : c.notFound(),
  );

  app.post("/u/:token", async (c) => {
    const payload = read("u", c.req.param("token"));
    if (!payload) return c.notFound();
    const body = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
    const isOneClick = body["List-Unsubscribe"] === "One-Click";
    await add(c, "u", payload, isOneClick ? "oneclick" : "form");
    return isOneClick ? c.text("Unsubscribed.") : page(c, donePage());
  });

  app.get("/v1/events", (c) => {
    if (!isOwner(c)) return c.json({ error: "wrong key" }, 401);
    const limit = Math.min(Math.max(Number(c.req.query("limit") ?? 500) || 500, 1), MOST_PER_PAGE);
    const kind = c.req.query("kind") === "u" ? "u" : null;
    return c.json(
      log.read({
        after: Math.max(Number(c.req.query("after") ?? 0) || 0, 0),
        limit,
        kind,
        now: now(),
      }),
    );
  });

  app.post("/v1/ack", (c) => {
    if (!isOwner(c)) return c.json({ error: "wrong key" }, 401);
    log.ack(Number(c.req.query("upto") ?? 0) || 0, now());
    return c.json({ ok: true });
  });

  app.get("/v1/health", (c) => c.json({ relay: "dripline", v: RELAY_VERSION, now: now() }));
  app.get("/", (c) => page(c, homePage()));
  app.notFound((c) => c.text("Not found.", 404, { "Cache-Control": NO_STORE }));
  return app;
}

function page(c: Context, html: string): Response {
  return c.html(html, 200, {
    "Cache-Control": NO_STORE,
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
  });
}

/** Enough of an address to tell a company's scanner, too little to tell a person: /24 or /48. */
function networkOf(address: string): string {
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(address)) return `${address.split(".").slice(0, 3).join(".")}.0`;
  return address.includes(":") ? `${address.split(":").slice(0, 3).join(":")}::` : "";
}
