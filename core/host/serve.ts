import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { CallFailed } from "../contract/failure.ts";
import type { Pipe } from "../contract/wire.ts";
import { pageHeaders } from "../shared/page-headers.ts";
import { hasToken, isOwnHost, isOwnOrigin, SOCKET_PROTOCOL } from "./access.ts";
import { sayPlainly, servePage } from "./serve-page.ts";
import { socketPipe } from "./socket-pipe.ts";

/** A chunk of an imported file is the largest message, at most 720,000 characters. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

export interface HostOptions {
  /** The built page. */
  readonly pageFolder: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Whoever knows it may speak to the core. Good for as long as this host runs, so that a page can reconnect. */
  readonly token: string;
  readonly onConnection: (pipe: Pipe) => void;
}

export interface HostServer {
  readonly port: number;
  /** Closes every connection, then the server. */
  close(): Promise<void>;
}

/**
 * Serves the page and its WebSocket, to this computer alone: the page to anyone here, as it holds no data, the socket to
 * our own page with the token. Throws `CallFailed` where the port cannot be had.
 */
export async function serveHost(options: HostOptions): Promise<HostServer> {
  const { pageFolder, token } = options;
  let port = options.port;
  let headers: Record<string, string> = {};

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (isOwnHost(request, port)) void servePage(pageFolder, request, response);
    else sayPlainly(response, 403, `Dripline answers at http://127.0.0.1:${port}/ only.`);
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: () => SOCKET_PROTOCOL,
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const refusal = refusalOf(request, port, token);
    if (refusal) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) =>
      options.onConnection(socketPipe(opened)),
    );
  });

  port = await listen(server, options.port);
  headers = pageHeaders([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]);
  return {
    port,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function refusalOf(request: IncomingMessage, port: number, token: string): string | undefined {
  if (!isOwnHost(request, port) || !isOwnOrigin(request)) return "403 Forbidden";
  if (request.url !== "/ws") return "404 Not Found";
  return hasToken(request, token) ? undefined : "401 Unauthorized";
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(portProblem(error, port)));
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function portProblem(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new CallFailed({
      code: "conflict",
      message: `Port ${port} is taken by another program. Choose another one with --port, or leave --port out.`,
    });
  if (error.code === "EACCES")
    return new CallFailed({
      code: "conflict",
      message: `Port ${port} is not allowed for this user. Choose one above 1023 with --port.`,
    });
  return error;
}
