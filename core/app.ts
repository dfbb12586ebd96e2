import { rmSync } from "node:fs";
import { join } from "node:path";
import { createHandlers } from "./api/handlers/create-handlers.ts";
import { createChanges } from "./api/changes.ts";
import { createReader } from "./api/reader.ts";
import type { AppParts } from "./api/app-parts.ts";
import { contract, type Handlers } from "./contract/contract-schema.ts";
import type { Failure } from "./contract/failure.ts";
import type { World } from "./contract/wire.ts";
import { createEngine, type RunningEngine } from "./engine/create-engine.ts";
import { growOlder, holdCopies } from "./engine/hold-copies.ts";
import { ensureTokenSecret } from "./engine/message-identity.ts";
import { startBoot } from "./engine/recover.ts";
import { breathe } from "./import/breathe.ts";
import type { Mailer } from "./mail/mailer.ts";
import { createSmtpMailer } from "./mail/smtp.ts";
import { createPracticeClock, type PracticeClock } from "./practice/practice-clock.ts";
import { startPracticeServers, type PracticeServers } from "./practice/practice-servers.ts";
import { createLocalRelay, type LocalRelay } from "./relay/local-relay.ts";
import type { Clock, Instant, Random } from "./shared/clock.ts";
import type { Log } from "./shared/log.ts";
import type { SecretBox } from "./shared/secret-box.ts";
import type { AccountRow } from "./storage/accounts.ts";
import { explainError, inWords, openStorage, type Storage } from "./storage/open-storage.ts";
import { seedDefaults } from "./storage/seed.ts";
import { ensureSuppressionSalt } from "./storage/suppressions.ts";

/** What a host gives: the world's edges. */
export interface AppPorts {
  readonly dataFolder: string;
  /** Where the sample contacts are. */
  readonly assetsFolder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: SecretBox;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
  readonly world: World;
  /** Tells this computer from others: data of another one is not sent from before the owner says so. */
  readonly machine?: string;
  /** The way to a mail server; SMTP where none is given. */
  readonly openMailer?: (account: AccountRow, password: string | null) => Mailer;
  /** The way to the data; a test's disk can fill up or break. */
  readonly openStorage?: typeof openStorage;
  /** Throws this world away, so that the next call finds a new one; only for practice. */
  readonly startOver?: () => Promise<void>;
}

export interface App {
  readonly world: World;
  readonly handlers: Handlers;
  readonly engine: RunningEngine;
  onChange(listener: (topic: string) => void): () => void;
  status(): { nextSendAt: Instant | null; isPaused: boolean; waiting: number };
  setPaused(isPaused: boolean): void;
  /** Begins to send and hear. Without it the app answers, and nothing happens by itself. */
  start(): void;
  stop(): Promise<void>;
}

/**
 * Builds the whole product over one data folder. Throws `CallFailed` with a sentence where the folder cannot
 * be used.
 */
export async function createApp(ports: AppPorts): Promise<App> {
  const { dataFolder } = ports;
  const open = ports.openStorage ?? openStorage;
  const storage = await open(dataFolder, String(ports.clock.wall()));
  try {
    return await buildApp(ports, storage);
  } catch (error) {
    // Another Dripline, or this one after the disk was mended, must be able to have the folder.
    storage.close();
    throw inWords(error, dataFolder);
  }
}

async function buildApp(ports: AppPorts, storage: Storage): Promise<App> {
  const { dataFolder, random, secrets, fetch, log, world } = ports;
  const { db } = storage;
  const practiceClock: PracticeClock | undefined =
    world === "practice" ? createPracticeClock(db, ports.clock) : undefined;
  const clock = practiceClock ?? ports.clock;
  ensureTokenSecret(db, random);
  ensureSuppressionSalt(db, random);
  seedDefaults(db, random, clock.wall());

  const changes = createChanges();
  const relay: LocalRelay = createLocalRelay({ db, dataFolder, random, secrets, clock });
  await relay.resume();
  const practice: PracticeServers | undefined =
    practiceClock && (await startPracticeServers({ db, clock, changes, relay }));

  holdCopies(db, { dataFolder, machine: ports.machine ?? null }, clock.wall());
  const bootId = startBoot(db, clock.wall());
  const engine = createEngine(
    {
      world,
      db,
      clock,
      random,
      secrets,
      fetch,
      log,
      changes,
      bootId,
      openMailer:
        ports.openMailer ?? ((account, password) => createSmtpMailer({ ...account, password })),
    },
    {
      breathe,
      explain: (error) => explainError(error, dataFolder),
      onBeat: () => growOlder(db, dataFolder),
    },
  );
  const parts: AppParts = {
    world,
    dataFolder,
    assetsFolder: ports.assetsFolder,
    db,
    clock,
    random,
    secrets,
    fetch,
    log,
    changes,
    engine,
    relay,
    practiceClock,
    startOver: ports.startOver,
    bootId,
  };
  const reader = createReader(storage.path, () => clock.wall());
  const answering = createHandlers(parts, reader.reads);

  return {
    world,
    handlers: answering.handlers,
    engine,
    onChange: (listener) => changes.listen(listener),
    status: () => engine.status(),
    setPaused: (isPaused) => engine.setPaused(isPaused),
    start: () => engine.start(),
    async stop() {
      await answering.stop();
      await engine.stop();
      await practice?.close();
      await relay.close();
      await reader.close();
      storage.close();
    },
  };
}

/** The owner's data and practice, which is a folder and an app of its own, opened when first asked for. */
export interface Worlds {
  get(world: World): Promise<App>;
  onPush(listener: (world: World, topic: string) => void): () => void;
  /** What a person is told of an error nobody foresaw; logged here, once. */
  explain(error: unknown, what: string): Failure;
  stop(): Promise<void>;
}

export async function createWorlds(ports: Omit<AppPorts, "world">): Promise<Worlds> {
  const listeners = new Set<(world: World, topic: string) => void>();
  const apps = new Map<World, Promise<App>>();
  const practiceFolder = join(ports.dataFolder, "practice");

  async function open(world: World): Promise<App> {
    const app = await createApp({
      ...ports,
      world,
      dataFolder: world === "real" ? ports.dataFolder : practiceFolder,
      ...(world === "practice" ? { startOver: clearPractice } : {}),
    });
    app.onChange((topic) => {
      for (const listener of listeners) listener(world, topic);
    });
    app.start();
    return app;
  }

  function get(world: World): Promise<App> {
    const known = apps.get(world);
    if (known) return known;
    const opening = open(world);
    apps.set(world, opening);
    // A failed opening may be tried again.
    opening.catch(() => apps.delete(world));
    return opening;
  }

  async function close(world: World): Promise<void> {
    const app = apps.get(world);
    apps.delete(world);
    await (await app)?.stop();
  }

  async function clearPractice(): Promise<void> {
    await close("practice");
    rmSync(practiceFolder, { recursive: true, force: true });
    for (const listener of listeners)
      for (const topic of Object.keys(contract)) listener("practice", topic);
  }

  await get("real");
  return {
    get,
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    explain(error, what) {
      ports.log.error("a call failed", { what, error });
      return { code: "internal", message: explainError(error, ports.dataFolder) };
    },
    async stop() {
      for (const world of apps.keys()) await close(world);
    },
  };
}
