import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type App, type AppPorts } from "./app.ts";
import type { Clock, Instant, Random } from "./shared/clock.ts";
import { silentLog } from "./shared/log.ts";
import type { SecretBox } from "./shared/secret-box.ts";

/** A clock that stands until it is moved, either way. */
export interface HandClock extends Clock {
  moveTo(at: Instant): void;
}

export function createHandClock(start: Instant): HandClock {
  let now = start;
  return {
    wall: () => now,
    mono: () => now,
    moveTo(at) {
      now = at;
    },
    // Nobody moves by itself here: who waits is woken by the end of the test only.
    sleep: (_ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) resolve();
        else signal?.addEventListener("abort", () => resolve());
      }),
  };
}

/** Bytes that are the same for the same seed (mulberry32). */
export function createSeededRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) & 0xff;
  }
  return (bytes) => Uint8Array.from({ length: bytes }, next);
}

/** Keeps nothing secret; only for worlds that are thrown away. */
export const openSecretBox: SecretBox = {
  isStrong: false,
  seal: (plain) => Promise.resolve(`plain:${plain}`),
  open: (sealed) => Promise.resolve(sealed.replace(/^plain:/u, "")),
};

export interface TestWorld {
  readonly app: App;
  readonly clock: HandClock;
  readonly folder: string;
  close(): Promise<void>;
}

/** A whole Dripline over a throw-away folder, under a clock moved by hand. Its loop is not started. */
export async function openTestWorld(
  options: Partial<Pick<AppPorts, "world" | "fetch">> & {
    readonly start: Instant;
    readonly seed?: number;
  },
): Promise<TestWorld> {
  const folder = mkdtempSync(join(tmpdir(), "dripline-world-"));
  const clock = createHandClock(options.start);
  const app = await createApp({
    dataFolder: folder,
    assetsFolder: join(import.meta.dirname, "..", "assets"),
    clock,
    random: createSeededRandom(options.seed ?? 1),
    secrets: openSecretBox,
    fetch: options.fetch ?? globalThis.fetch,
    log: silentLog,
    world: options.world ?? "practice",
  });
  return {
    app,
    clock,
    folder,
    async close() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
