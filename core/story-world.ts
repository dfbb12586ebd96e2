import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type App } from "./app.ts";
import type { CampaignPlan } from "./domain/campaign.ts";
import { walkSteps } from "./domain/campaign.ts";
import { anyTime } from "./domain/schedule.ts";
import { newPlan } from "./domain/new-step.ts";
import { advanceTo } from "./practice/advance-clock.ts";
import { must } from "./shared/assert.ts";
import type { Instant } from "./shared/clock.ts";
import { silentLog } from "./shared/log.ts";
import { openDb, type WritableDb } from "./storage/db.ts";
import {
  createHandClock,
  createSeededRandom,
  openSecretBox,
  openStorageWith,
  type HandClock,
} from "./test-world.ts";
import { writeRelayKey } from "./tracking/token.ts";
import { createFakeRelay, type FakeRelay } from "./engine/fake-relay.ts";
import { createFakeServer, type FakeServer } from "./engine/fake-server.ts";

/** A Monday noon in UTC. */
export const START = Date.parse("2026-03-02T12:00:00Z");

export interface StoryOptions {
  readonly start?: Instant;
  readonly seed?: number;
  readonly hasRelay?: boolean;
  readonly account?: Partial<Parameters<App["handlers"]["accounts"]["save"]>[0]>;
  /** What stands between the engine and its database. */
  readonly wrapDb?: (db: WritableDb) => WritableDb;
}

/** A whole Dripline with real SQLite, whose mail server, relay and clock are the test's to move. */
export interface Story {
  readonly app: App;
  readonly clock: HandClock;
  readonly server: FakeServer;
  readonly relay: FakeRelay;
  /** Another connection, that reads what was committed. */
  readonly db: WritableDb;
  readonly folder: string;
  addPerson(name: string, zone?: string | null): Promise<string>;
  /** Changes what is known of the person, as their page does. */
  editPerson(
    id: string,
    change: {
      stageId?: string;
      zone?: string | null;
      fields?: Record<string, string | number | boolean>;
    },
  ): Promise<void>;
  /** Makes a campaign of everybody's stage and sends it live; its emails say their own step's id. */
  goLive(plan: Partial<CampaignPlan>, id?: string): Promise<string>;
  /** Moves the clock, letting everything on the way happen at its own time. */
  pass(ms: number): Promise<void>;
  /** Moves the clock at once, as if the computer had slept, and lets what is due happen. */
  sleep(ms: number): Promise<void>;
  /** What is on the disk now, as the next life of the program finds it after a crash. */
  snapshot(): string;
  /** Ends this life and begins another, over `folder` or over the same one, on this computer or another one. */
  restart(folder?: string, machine?: string): Promise<void>;
  /** Steps whose mails arrived at this person's, in order. */
  mailsTo(name: string): string[];
  close(): Promise<void>;
}

export async function openStory(options: StoryOptions = {}): Promise<Story> {
  const { start = START, seed = 1, hasRelay = true } = options;
  const base = mkdtempSync(join(tmpdir(), "dripline-story-"));
  const clock = createHandClock(start);
  const server = createFakeServer(clock);
  const relay = createFakeRelay(clock);
  const random = createSeededRandom(seed);
  let folder = join(base, "data");
  let copies = 0;
  let machine = "office";
  let app = await begin();
  let db = openDb({ path: join(folder, "dripline.db"), isReadOnly: true });
  await setUp(app, options.account ?? {}, hasRelay);

  async function begin(): Promise<App> {
    const begun = await createApp({
      dataFolder: folder,
      assetsFolder: "",
      clock,
      random,
      secrets: openSecretBox,
      fetch: relay.fetch,
      log: silentLog,
      world: "real",
      openMailer: () => server.open(),
      machine,
      openStorage: openStorageWith(options.wrapDb),
    });
    return begun;
  }
  async function end(): Promise<void> {
    db.close();
    await app.stop();
  }

  return {
    get app() {
      return app;
    },
    get db() {
      return db;
    },
    get folder() {
      return folder;
    },
    clock,
    server,
    relay,
    async addPerson(name, zone = null) {
      const { id } = await app.handlers.contacts.save({
        id: null,
        address: `${name}@example.com`,
        firstName: name,
        lastName: null,
        stageId: "lead",
        zone,
        fields: {},
        trackingConsent: null,
      });
      return id;
    },
    async editPerson(id, change) {
      const { contacts } = app.handlers;
      const { address, firstName, lastName, stageId, zone, fields, trackingConsent } =
        await contacts.get({ id });
      await contacts.save({
        id,
        address: must(address),
        firstName,
        lastName,
        trackingConsent,
        zone: change.zone === undefined ? zone : change.zone,
        stageId: change.stageId ?? stageId,
        fields: { ...fields, ...change.fields },
      });
    },
    async goLive(plan, id) {
      const { campaigns, emails } = app.handlers;
      const campaignId =
        id ??
        (
          await campaigns.create({
            name: "Story",
            goalId: null,
            segmentId: "leads",
            starterId: null,
          })
        ).id;
      const { draftRev, plan: before } = await campaigns.get({ id: campaignId });
      const whole = id
        ? { ...before, ...plan }
        : { ...newPlan("leads"), schedule: anyTime, ...plan };
      await campaigns.saveDraft({ id: campaignId, draftRev, plan: whole });
      for (const step of walkSteps(whole.steps)) {
        if (step.kind !== "email") continue;
        const content = {
          subject: step.id,
          preheader: "",
          text: null,
          blocks: [{ id: "t", kind: "text" as const, html: LINKS }],
        };
        await emails.save({ campaignId, stepId: step.id, content });
      }
      await campaigns.goLive({ id: campaignId, existing: "start" });
      return campaignId;
    },
    async pass(ms) {
      await advanceTo(app.engine, clock, clock.wall() + ms);
    },
    async sleep(ms) {
      clock.moveTo(clock.wall() + ms);
      await app.engine.runDue();
    },
    snapshot() {
      copies += 1;
      const copy = join(base, `copy-${copies}`);
      mkdirSync(copy);
      for (const name of ["dripline.db", "dripline.db-wal"])
        if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
      return copy;
    },
    async restart(other, elsewhere = machine) {
      await end();
      machine = elsewhere;
      folder = other ?? folder;
      app = await begin();
      db = openDb({ path: join(folder, "dripline.db"), isReadOnly: true });
    },
    mailsTo: (name) =>
      server.arrived
        .filter((mail) => mail.to === `${name}@example.com`)
        .map((mail) => mail.subject),
    async close() {
      await end();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

const LINKS =
  '<p>Hello. <a href="https://example.com/a" data-link="a">a</a> <a href="https://example.com/b" data-link="b">b</a></p>';

async function setUp(
  app: App,
  account: NonNullable<StoryOptions["account"]>,
  hasRelay: boolean,
): Promise<void> {
  const { settings, accounts, relay } = app.handlers;
  await settings.saveBusiness({
    name: "Harbour Books",
    postalAddress: "1 Quay Street, Harbourtown",
    zone: "UTC",
    tracking: "everyone",
  });
  await accounts.save({
    id: null,
    name: "Account",
    fromName: "Harbour Books",
    fromAddress: "books@example.org",
    replyTo: null,
    host: "mail.example.org",
    port: 587,
    security: "none",
    user: null,
    password: null,
    maxConnections: 3,
    perSecond: null,
    perMinute: null,
    perHour: null,
    perDay: null,
    isTracking: true,
    ...account,
  });
  if (!hasRelay) return;
  const key = writeRelayKey(createSeededRandom(7)(64));
  await relay.save({ url: "https://go.example.org", key });
}
