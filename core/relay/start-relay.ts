import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import type { Clock, Random } from "../shared/clock.ts";
import type { Log } from "../shared/log.ts";
import type { RelayKeys } from "../tracking/token.ts";
import { openEventLog } from "./event-log.ts";
import { createRelay, type ServerKeys } from "./server.ts";

export interface RunningRelay {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly dataFolder: string;
  readonly keys: ServerKeys;
  /** Loopback unless said. */
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly clock: Pick<Clock, "wall">;
  readonly random: Random;
  readonly log: Log;
  readonly sites?: readonly string[];
  /** After a restored backup. */
  readonly isRestored?: boolean;
}

/** What a relay keeps of the key its owner pastes into Dripline. */
export function serverKeysOf(keys: RelayKeys): ServerKeys {
  return { signing: [keys.signing], pullHash: createHash("sha256").update(keys.pull).digest() };
}

/** Starts the relay; resolves when it listens, rejects where it cannot. */
export function startRelay(options: StartOptions): Promise<RunningRelay> {
  const { dataFolder, keys, port, clock, random, log } = options;
  const host = options.host ?? "127.0.0.1";
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const events = openEventLog({ path: join(dataFolder, "relay.db"), clock, random });
  if (options.isRestored === true) events.skipNumbers();
  const app = createRelay({ events, keys, clock, log, sites: options.sites ?? [] });
  const server = createAdaptorServer({ fetch: app.fetch });
  // A body that trickles in holds nothing up for longer.
  if ("requestTimeout" in server) server.requestTimeout = 30_000;

  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      events.close();
      reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const boundPort = typeof address === "object" && address ? address.port : port;
      resolve({
        port: boundPort,
        url: `http://${host.includes(":") ? `[${host}]` : host}:${boundPort}`,
        close: () =>
          new Promise((done) => {
            server.close(() => {
              events.close();
              done();
            });
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
  });
}
