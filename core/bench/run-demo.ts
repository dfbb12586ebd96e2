import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type App } from "../app.ts";
import type { Output } from "../contract/contract-schema.ts";
import { readMail } from "../practice/read-mail.ts";
import { must } from "../shared/assert.ts";
import { DAY, type Instant } from "../shared/clock.ts";
import { silentLog } from "../shared/log.ts";
import { openDb } from "../storage/db.ts";
import { getPracticeMail } from "../storage/practice-mails.ts";
import { recountCampaign } from "../storage/reports.ts";
import {
  createHandClock,
  createSeededRandom,
  openSecretBox,
  type HandClock,
} from "../test-world.ts";
import { importWhole, type WholeImport } from "./import-whole.ts";
import { planActs, type PlannedAct } from "./simulated-people.ts";

export interface DemoOptions {
  readonly seed: number;
  readonly days: number;
  /** The bytes of a list of contacts. */
  readonly csv: Uint8Array;
  readonly assetsFolder: string;
}

export interface DemoReport {
  readonly imported: WholeImport;
  readonly campaign: Output<"reports", "campaign">;
  /** Each says what was compared; the demo fails where one is not equal. */
  readonly checks: readonly { readonly text: string; readonly isEqual: boolean }[];
}

/** A Monday morning, so that the first mails leave at once. */
const START = Date.parse("2026-03-02T08:00:00Z");

/**
 * Tells the whole story in a throw-away folder under a virtual clock: import, campaign, people who react,
 * report. The same options give the same report.
 */
export async function runDemo(options: DemoOptions): Promise<DemoReport> {
  const folder = mkdtempSync(join(tmpdir(), "dripline-demo-"));
  const clock = createHandClock(START);
  const app = await createApp({
    dataFolder: folder,
    assetsFolder: options.assetsFolder,
    clock,
    random: createSeededRandom(options.seed),
    secrets: openSecretBox,
    fetch: globalThis.fetch,
    log: silentLog,
    world: "practice",
  });
  try {
    const { handlers } = app;
    await handlers.settings.saveBusiness({
      name: "Harbour Books",
      postalAddress: "1 Quay Street, Harbourtown",
      zone: "Europe/Berlin",
      tracking: "everyone",
    });
    const imported = await importWhole(app, options.csv);
    const campaignId = await startCampaign(app);
    await live(app, clock, folder, options);
    const campaign = await handlers.reports.campaign({ id: campaignId });
    return { imported, campaign, checks: compare(folder, campaignId, campaign) };
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startCampaign({ handlers: { campaigns } }: App): Promise<string> {
  const { goals, segments } = await campaigns.matrix({});
  const goal = must(goals.find(({ name }) => name === "First purchase"));
  const segment = must(segments.find(({ name }) => name === "Leads"));
  const { id } = await campaigns.create({
    name: "Lead → first purchase",
    goalId: goal.id,
    segmentId: segment.id,
    starterId: "welcome-and-split",
  });
  await campaigns.goLive({ id, existing: "start" });
  return id;
}

/** Time passes: from one thing that happens to the next, be it the engine's or a person's. */
async function live(
  app: App,
  clock: HandClock,
  folder: string,
  { seed, days }: DemoOptions,
): Promise<void> {
  const db = openDb({ path: join(folder, "dripline.db"), isReadOnly: true });
  // The practice clock runs ahead of the hand clock by nothing: the hand clock itself is moved.
  const acts: PlannedAct[] = [];
  const end = START + days * DAY;
  let lastMail = 0;
  try {
    for (;;) {
      await app.engine.runDue();
      lastMail = await planForNewMail(db, seed, lastMail, acts);
      const next = Math.min(app.engine.nextDueAt() ?? end, acts[0]?.at ?? end, end);
      if (next >= end) break;
      clock.moveTo(Math.max(next, clock.wall() + 1000));
      await actUntilNow(app, db, acts, clock.wall());
    }
    clock.moveTo(end);
    await app.engine.hearNow();
    await app.engine.runDue();
  } finally {
    db.close();
  }
}

async function planForNewMail(
  db: ReturnType<typeof openDb>,
  seed: number,
  lastMail: number,
  acts: PlannedAct[],
): Promise<number> {
  const mails = db.all<{ id: number; at: Instant; to: string; raw: Uint8Array }>(
    `SELECT id, at, to_address AS "to", raw FROM practice_mail WHERE id > ? ORDER BY id`,
    [lastMail],
  );
  for (const { raw, ...mail } of mails) {
    const { subject, links } = await readMail(raw);
    acts.push(...planActs(seed, { ...mail, subject, links }));
  }
  if (mails.length > 0) acts.sort((a, b) => a.at - b.at || a.mailId - b.mailId);
  return mails.at(-1)?.id ?? lastMail;
}

async function actUntilNow(
  app: App,
  db: ReturnType<typeof openDb>,
  acts: PlannedAct[],
  now: Instant,
): Promise<void> {
  while (acts[0] && acts[0].at <= now) {
    const { mailId, act } = must(acts.shift());
    if (act.kind === "prefetch") {
      const { pixelUrl } = await readMail(must(getPracticeMail(db, mailId)).raw);
      if (pixelUrl) await fetch(pixelUrl, { headers: { "user-agent": "Mozilla/5.0" } });
    } else await app.handlers.practice.act({ mailId, act });
  }
}

/** The report against a recount by other SQL, and against what the mail server really got. */
function compare(
  folder: string,
  campaignId: string,
  { totals, isRecountEqual }: Output<"reports", "campaign">,
): DemoReport["checks"] {
  const db = openDb({ path: join(folder, "dripline.db"), isReadOnly: true });
  try {
    const count = (sql: string): number => must(db.get<{ n: number }>(sql)).n;
    const captured = count("SELECT count(*) AS n FROM practice_mail");
    const twice = count(
      "SELECT count(*) AS n FROM (SELECT token FROM practice_mail GROUP BY token HAVING count(*) > 1)",
    );
    const left = count(
      `SELECT count(*) AS n FROM practice_mail p JOIN contact c ON c.address = p.to_address JOIN event e ON e.contact_id = c.id
       WHERE e.kind = 'unsubscribed' AND p.at > e.received_at`,
    );
    const recount = recountCampaign(db, campaignId);
    return [
      {
        text: `report = recount of the events (${recount.sent} sent, ${recount.opened} opened, ${recount.clicked} clicked)`,
        isEqual: isRecountEqual,
      },
      {
        text: `mails sent (${totals.sent}) = mails the mail server took (${captured})`,
        isEqual: totals.sent === captured,
      },
      { text: "nobody got the same mail twice", isEqual: twice === 0 },
      { text: "nobody got a mail after unsubscribing", isEqual: left === 0 },
    ];
  } finally {
    db.close();
  }
}
