import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { RelayKeys } from "../tracking/token.ts";
import { openEventLog } from "./event-log.ts";
import { createRelay } from "./server.ts";

export interface RunningRelay {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly dataFolder: string;
  readonly keys: RelayKeys;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly now: () => number;
  /** Names this relay's memory, should it be new. */
  readonly newEpoch: string;
}

/** Starts the relay; resolves when it listens, rejects where it cannot. */
export function startRelay(options: StartOptions): Promise<RunningRelay> {
  mkdirSync(options.dataFolder, { recursive: true });
  const log = openEventLog(join(options.dataFolder, "relay.db"), options.newEpoch);
  const app = createRelay({
    log,
    signingKey: options.keys.signing,
    pullKeyHash: createHash("sha256").update(options.keys.pull).digest(),
    now: options.now,
  });
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname: options.host, port: options.port },
      ({ port }) =>
        resolve({
          port,
          url: `http://${options.host}:${port}`,
          close: () =>
            new Promise((done) => {
              server.close(() => {
                log.close();
                done();
              });
              if ("closeAllConnections" in server) server.closeAllConnections();
            }),
        }),
    );
    server.on("error", (error) => {
      log.close();
      reject(error);
    });
  });
}
