import { createHash, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { WebSocketServer, type WebSocket } from "ws";
import { CallFailed } from "../contract/failure.ts";
import type { Pipe } from "../contract/wire.ts";

const PROTOCOL = "dripline.v1";
/** A part of a CSV file in base64 is the longest thing a page says. */
const LONGEST_MESSAGE = 4 * 1024 * 1024;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".map": "application/json",
};

export interface HostOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly token: string;
  /** The built page. */
  readonly pageFolder: string;
  readonly onConnection: (pipe: Pipe) => void;
}

export interface HostServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the page and its WebSocket on 127.0.0.1 alone. Throws `CallFailed` where the port is taken. */
export function serveHost(options: HostOptions): Promise<HostServer> {
  const server = createServer((request, response) => answer(options, portOf(), request, response));
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_MESSAGE,
    handleProtocols: () => PROTOCOL,
  });
  const portOf = (): number => (server.address() as AddressInfo).port;

  server.on("upgrade", (request, socket: Socket, head) => {
    const refusal = whyNot(options, portOf(), request);
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      options.onConnection(pipeOf(webSocket)),
    );
  });

  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" || error.code === "EACCES"
          ? new CallFailed({
              code: "conflict",
              message: `Port ${options.port} is taken by another program. Choose another one with --port.`,
            })
          : error,
      ),
    );
    server.listen(options.port, "127.0.0.1", () =>
      resolve({
        port: portOf(),
        close: () =>
          new Promise((done) => {
            for (const client of sockets.clients) client.terminate();
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
}

/** Another name in Host is a page that had its name pointed at us (DNS rebinding). */
function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` || host === `[::1]:${port}`;
}

/** Why a WebSocket is refused, as an HTTP status; undefined where it is ours. */
function whyNot(
  { token }: HostOptions,
  port: number,
  request: IncomingMessage,
): string | undefined {
  if (request.url !== "/ws") return "404 Not Found";
  if (!isOurHost(request.headers.host, port)) return "403 Forbidden";
  if (request.headers.origin !== `http://${request.headers.host}`) return "403 Forbidden";
  const offered = (request.headers["sec-websocket-protocol"] ?? "")
    .split(",")
    .map((name) => name.trim());
  const given = offered.find((name) => name.startsWith("token."))?.slice("token.".length) ?? "";
  return offered.includes(PROTOCOL) && isSame(given, token) ? undefined : "401 Unauthorized";
}

function isSame(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}

function pipeOf(webSocket: WebSocket): Pipe {
  return {
    post(message) {
      if (webSocket.readyState === webSocket.OPEN) webSocket.send(JSON.stringify(message));
    },
    onMessage(listener) {
      webSocket.on("message", (data) => {
        let message: unknown;
        try {
          message = JSON.parse((data as Buffer).toString("utf8"));
        } catch {
          webSocket.close(1003, "not JSON");
          return;
        }
        listener(message);
      });
    },
    onClose(listener) {
      webSocket.on("close", listener);
      webSocket.on("error", () => webSocket.terminate());
    },
    close: () => webSocket.close(),
  };
}

/**
 * The page's own rules. E-mails are shown in frames made with `srcdoc`, which inherit them: no script runs
 * there, their pictures come over https, their inline styles work.
 */
function contentPolicy(port: number): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function answer(
  options: HostOptions,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(text);
  };
  if (!isOurHost(request.headers.host, port))
    return refuse(403, "Dripline only answers to this computer.");
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET.");
  const path = readPath(request.url ?? "/");
  if (path === undefined) return refuse(400, "This is not an address of Dripline.");
  const file = join(options.pageFolder, path === "/" ? "index.html" : path);
  const type = TYPES[extname(file)];
  if (!file.startsWith(options.pageFolder + sep) || type === undefined || !existsSync(file)) {
    if (path === "/") return refuse(503, "The page was not built yet. Run “npm run build”.");
    return refuse(404, "Not found.");
  }
  response.writeHead(200, {
    "Content-Type": type,
    "Content-Security-Policy": contentPolicy(port),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": path.startsWith("/assets/")
      ? "private, max-age=31536000, immutable"
      : "no-store",
  });
  response.end(request.method === "HEAD" ? undefined : readFileSync(file));
}

/** The path alone, decoded and without steps up; undefined where it is none. */
function readPath(url: string): string | undefined {
  try {
    const path = normalize(
      decodeURIComponent(new URL(url, "http://127.0.0.1").pathname),
    ).replaceAll(sep, "/");
    return path.includes("\0") || path.includes("..") ? undefined : path;
  } catch {
    return undefined;
  }
}
