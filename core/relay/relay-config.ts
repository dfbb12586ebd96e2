import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "../shared/assert.ts";
import type { Random } from "../shared/clock.ts";
import { readRelayKey, writeRelayKey } from "../tracking/token.ts";
import { serverKeysOf } from "./start-relay.ts";
import type { ServerKeys } from "./server.ts";

/** The file beside the events: keys that sign, newest first, and the hash of the one that pulls. */
interface StoredKeys {
  readonly v: 1;
  readonly signing: readonly string[];
  readonly pullHash: string;
}

/** A sentence for the person at the server. */
export class ConfigProblem extends Error {
  override readonly name = "ConfigProblem";
}

const KEY_BYTES = 64;

/**
 * Makes new keys and returns the relay key to paste into Dripline; it is kept nowhere else. Keys there were
 * go on being good in links already sent, never for pulling.
 */
export function renewKeys(dataFolder: string, random: Random): string {
  const known = existsSync(pathIn(dataFolder)) ? readKeys(dataFolder).signing : [];
  const text = writeRelayKey(random(KEY_BYTES));
  const fresh = serverKeysOf(must(readRelayKey(text)));
  saveKeys(dataFolder, { signing: [fresh.signing[0], ...known], pullHash: fresh.pullHash });
  return text;
}

export function hasKeys(dataFolder: string): boolean {
  return existsSync(pathIn(dataFolder));
}

/** Throws `ConfigProblem` where the file is missing or damaged. */
export function readKeys(dataFolder: string): ServerKeys {
  const path = pathIn(dataFolder);
  if (!existsSync(path))
    throw new ConfigProblem(`There are no keys in ${path} yet. Make them with --init.`);
  try {
    const stored = JSON.parse(readFileSync(path, "utf8")) as StoredKeys;
    const [first, ...older] = stored.signing.map((key) => bytesOf(key));
    return { signing: [must(first), ...older], pullHash: bytesOf(stored.pullHash) };
  } catch {
    throw new ConfigProblem(
      `${path} is damaged. Put it back from your backup; links already sent need its keys.`,
    );
  }
}

/** A relay whose whole key comes from the environment, as containers like it. */
export function keysFromText(text: string): ServerKeys {
  const keys = readRelayKey(text);
  if (!keys)
    throw new ConfigProblem(
      "DRIPLINE_RELAY_KEY holds no relay key. It begins with dr1_ and has 90 characters.",
    );
  return serverKeysOf(keys);
}

function saveKeys(dataFolder: string, keys: ServerKeys): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const stored: StoredKeys = {
    v: 1,
    signing: keys.signing.map((key) => Buffer.from(key).toString("base64url")),
    pullHash: Buffer.from(keys.pullHash).toString("base64url"),
  };
  // Written beside and moved, so that a crash leaves the old keys whole.
  const path = pathIn(dataFolder);
  writeFileSync(`${path}.new`, `${JSON.stringify(stored, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  renameSync(`${path}.new`, path);
}

function bytesOf(text: string): Uint8Array {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== 32) throw new Error("not 32 bytes");
  return bytes;
}

function pathIn(dataFolder: string): string {
  return join(dataFolder, "relay-keys.json");
}
