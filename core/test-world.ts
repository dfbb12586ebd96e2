import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type App, type AppPorts } from "./app.ts";
import type { Clock, Instant, Random } from "./shared/clock.ts";
import { silentLog } from "./shared/log.ts";
import type { SecretBox } from "./shared/secret-box.ts";
import type { WritableDb } from "./storage/db.ts";
import { openStorage } from "./storage/open-storage.ts";

/** A clock that stands until it is moved, either way. */
export interface HandClock extends Clock {
  moveTo(at: Instant): void;
  /** Lets everybody who sleeps look at the time again. */
  wake(): void;
}

export function createHandClock(start: Instant): HandClock {
  let now = start;
  const sleepers = new Set<() => void>();
  return {
    wall: () => now,
    mono: () => now,
    moveTo(at) {
      now = at;
    },
    wake() {
      for (const rise of sleepers) rise();
    },
    // Nobody moves by itself here: who waits is woken by the end of the test, or by the test.
    sleep: (_ms, signal) =>
      new Promise((resolve) => {
        function rise(): void {
          sleepers.delete(rise);
          resolve();
        }
        if (signal?.aborted) return rise();
        sleepers.add(rise);
        signal?.addEventListener("abort", rise);
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

/** Trouble a disk can have while the program runs. */
export type DiskTrouble = "full" | "read-only" | "broken";

/** Stands between the product and its database, and breaks when told to. */
export interface BreakableDisk {
  wrap(db: WritableDb): WritableDb;
  /** Every write fails from now on, or after so many more; null mends it. */
  fail(trouble: DiskTrouble | null, afterWrites?: number): void;
}

export function createBreakableDisk(): BreakableDisk {
  let inner: WritableDb | undefined;
  let code: string | undefined;
  let writesLeft = 0;
  function failing<Args extends unknown[], T>(write: (...args: Args) => T): (...args: Args) => T {
    return (...args) => {
      writesLeft -= 1;
      if (code !== undefined && writesLeft < 0)
        throw Object.assign(new Error("the disk"), { code });
      return write(...args);
    };
  }
  return {
    wrap(db) {
      inner = db;
      return Object.assign(Object.create(db) as WritableDb, {
        run: failing(db.run),
        exec: failing(db.exec),
        transaction: failing(db.transaction),
      });
    },
    fail(trouble, afterWrites = 0) {
      writesLeft = afterWrites;
      // SQLite itself refuses what is read-only; a full and a broken disk can only be acted.
      inner?.pragma(`query_only = ${trouble === "read-only" ? "ON" : "OFF"}`);
      code =
        trouble === "full"
          ? "SQLITE_FULL"
          : trouble === "broken"
            ? "SQLITE_IOERR_WRITE"
            : undefined;
    },
  };
}

export interface TestWorld {
  readonly app: App;
  readonly clock: HandClock;
  readonly folder: string;
  /** Ends this life and begins another over the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A whole Dripline over a throw-away folder, under a clock moved by hand. Its loop is not started. */
export async function openTestWorld(
  options: Partial<Pick<AppPorts, "world" | "fetch">> & {
    readonly start: Instant;
    readonly seed?: number;
    readonly wrapDb?: (db: WritableDb) => WritableDb;
  },
): Promise<TestWorld> {
  const folder = mkdtempSync(join(tmpdir(), "dripline-world-"));
  const clock = createHandClock(options.start);
  const ports: AppPorts = {
    dataFolder: folder,
    assetsFolder: join(import.meta.dirname, "..", "assets"),
    clock,
    random: createSeededRandom(options.seed ?? 1),
    secrets: openSecretBox,
    fetch: options.fetch ?? globalThis.fetch,
    log: silentLog,
    world: options.world ?? "practice",
    openStorage: openStorageWith(options.wrapDb),
  };
  let app = await createApp(ports);
  return {
    get app() {
      return app;
    },
    clock,
    folder,
    async restart() {
      await app.stop();
      app = await createApp(ports);
    },
    async close() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the data with something between the product and its database. */
export function openStorageWith(
  wrapDb: ((db: WritableDb) => WritableDb) | undefined,
): typeof openStorage {
  return async (dataFolder, nowText) => {
    const storage = await openStorage(dataFolder, nowText);
    return wrapDb ? { ...storage, db: wrapDb(storage.db) } : storage;
  };
}
