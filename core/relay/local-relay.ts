import { join } from "node:path";
import type { Clock, Random } from "../shared/clock.ts";
import { silentLog, type Log } from "../shared/log.ts";
import type { SecretBox } from "../shared/secret-box.ts";
import type { WritableDb } from "../storage/db.ts";
import { getMeta, saveMeta } from "../storage/meta.ts";
import { getSource, saveRelaySource } from "../storage/sources.ts";
import { readRelayKey, writeRelayKey } from "../tracking/token.ts";
import { must } from "../shared/assert.ts";
import { serverKeysOf, startRelay, type RunningRelay } from "./start-relay.ts";

/** A relay on this computer's loopback: for practice, and for trying out. */
export interface LocalRelay {
  readonly isRunning: boolean;
  /** Starts it, and makes it this app's relay. */
  start(): Promise<{ readonly url: string }>;
  /** Starts it again where it was this app's relay when the app last stopped. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

export interface LocalRelayParts {
  readonly db: WritableDb;
  readonly dataFolder: string;
  readonly random: Random;
  readonly secrets: SecretBox;
  readonly clock: Clock;
  readonly log?: Log;
}

export function createLocalRelay({
  db,
  dataFolder,
  random,
  secrets,
  clock,
  log = silentLog,
}: LocalRelayParts): LocalRelay {
  let running: RunningRelay | undefined;

  async function sealedKey(): Promise<string> {
    const known = getMeta(db, "local_relay_key");
    if (known !== undefined) return known;
    const sealed = await secrets.seal(writeRelayKey(random(64)));
    saveMeta(db, "local_relay_key", sealed);
    return sealed;
  }

  /** The port of last time first, so that links in mails already out keep working. */
  async function listen(): Promise<RunningRelay> {
    const keys = must(readRelayKey(await secrets.open(await sealedKey())));
    const options = {
      dataFolder: join(dataFolder, "relay"),
      keys: serverKeysOf(keys),
      clock,
      random,
      log,
    };
    const lastPort = Number(getMeta(db, "local_relay_port") ?? 0);
    try {
      return await startRelay({ ...options, port: lastPort });
    } catch (error) {
      if (lastPort === 0) throw error;
      return startRelay({ ...options, port: 0 });
    }
  }

  async function start(): Promise<{ url: string }> {
    running ??= await listen();
    saveMeta(db, "local_relay_port", String(running.port));
    saveRelaySource(db, running.url, await sealedKey());
    return { url: running.url };
  }

  return {
    get isRunning() {
      return running !== undefined;
    },
    start,
    async resume() {
      const source = getSource(db, "relay");
      if (source && source.sealedKey === getMeta(db, "local_relay_key")) await start();
    },
    async close() {
      await running?.close();
      running = undefined;
    },
  };
}
