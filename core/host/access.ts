import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The WebSocket sub-protocol this host speaks. The token travels beside it as another, `token.<TOKEN>`. */
export const SOCKET_PROTOCOL = "dripline.v1";

/**
 * The names under which this host may be called. Any other means that a name of someone else was pointed at this
 * computer (DNS rebinding), and its page would pass for ours.
 */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return ownHosts(port).includes(request.headers.host ?? "");
}

/** Browsers tell truly which page opens a socket; a page of ours was loaded under the very Host it calls. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  return request.headers.origin === `http://${request.headers.host ?? ""}`;
}

/** True where the sub-protocols offered hold the token. Takes as long for a near miss as for a wild guess. */
export function hasToken(request: IncomingMessage, token: string): boolean {
  const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",");
  const wanted = digest(`token.${token}`);
  return (
    offered.some((text) => text.trim() === SOCKET_PROTOCOL) &&
    offered.filter((text) => timingSafeEqual(digest(text.trim()), wanted)).length > 0
  );
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
