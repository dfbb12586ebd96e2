import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../app.ts";
import { systemClock } from "../host/system-ports.ts";
import { startSmtpSink } from "../practice/smtp-sink.ts";
import { must } from "../shared/assert.ts";
import { DAY } from "../shared/clock.ts";
import { silentLog } from "../shared/log.ts";
import { openDb } from "../storage/db.ts";
import { anyTime } from "../domain/schedule.ts";
import { newEmailStep, newPlan } from "../domain/new-step.ts";
import { createSeededRandom, openSecretBox } from "../test-world.ts";

export interface KillDrillOptions {
  readonly mails: number;
  readonly kills: number;
  readonly connections: number;
  readonly seed: number;
}

export interface KillDrillResult {
  readonly kills: number;
  /** Of the kills, those that fell while the server had a mail whole and had not answered it. */
  readonly killsInFlight: number;
  readonly sent: number;
  readonly uncertain: number;
  readonly failed: number;
  readonly unfinished: number;
  /** Neither at the server nor in the list of uncertain mail. */
  readonly lostUnreported: number;
  /** Uncertain mail that had in fact arrived. */
  readonly uncertainArrived: number;
  readonly doubled: number;
  readonly isIntegrityOk: boolean;
  readonly seconds: number;
}

/** At most once, and never silently lost: what every drill must show. */
export function isDrillGood(
  result: KillDrillResult,
  { connections }: { readonly connections: number },
): boolean {
  return (
    result.lostUnreported === 0 &&
    result.doubled === 0 &&
    result.unfinished === 0 &&
    result.isIntegrityOk &&
    result.uncertain <= connections * result.kills &&
    result.killsInFlight >= 0.75 * result.kills
  );
}

/** Kills the sending process over and over while mail is on its way, and counts what became of every mail. */
export async function runKillDrill(options: KillDrillOptions): Promise<KillDrillResult> {
  const folder = mkdtempSync(join(tmpdir(), "dripline-kill-"));
  const startedAt = systemClock.mono();
  const random = createSeededRandom(options.seed);
  const roll = (below: number): number => ((must(random(1)[0]) << 8) | must(random(1)[0])) % below;
  const arrivals = new Map<string, number>();
  let inFlight = 0;
  const sink = await startSmtpSink({
    async onMail({ bytes }) {
      inFlight += 1;
      const token = must(
        /^X-Dripline-ID: (\S+)/mu.exec(bytes.subarray(0, 4000).toString("latin1"))?.[1],
      );
      arrivals.set(token, (arrivals.get(token) ?? 0) + 1);
      await systemClock.sleep(roll(7));
      inFlight -= 1;
    },
  });
  try {
    await prepare(folder, sink.port, options);
    let kills = 0;
    let killsInFlight = 0;
    while (kills < options.kills) {
      const before = arrivals.size;
      const child = startChild(folder);
      const wanted =
        before + 1 + roll(Math.max(2, Math.floor((1.4 * options.mails) / options.kills)));
      const isDone = await until(child, () => arrivals.size >= wanted);
      if (isDone) break;
      await systemClock.sleep(roll(6));
      // Four kills of five fall while a mail is at the server and not yet answered, the others where they may.
      if (roll(5) > 0) await until(child, () => inFlight > 0);
      if (inFlight > 0) killsInFlight += 1;
      kills += 1;
      child.kill("SIGKILL");
      await ended(child);
      // What the server had taken over from the dead process is answered into nothing.
      while (inFlight > 0) await systemClock.sleep(5);
    }
    await ended(startChild(folder));
    return {
      kills,
      killsInFlight,
      ...judge(folder, arrivals),
      seconds: (systemClock.mono() - startedAt) / 1000,
    };
  } finally {
    await sink.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function startChild(folder: string): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, "kill-drill-child.ts"), folder], {
    stdio: ["ignore", "inherit", "inherit"],
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
}

/** True where the child finished before it was so. */
async function until(child: ChildProcess, isSo: () => boolean): Promise<boolean> {
  while (!isSo()) {
    if (child.exitCode !== null) return true;
    await systemClock.sleep(1);
  }
  return false;
}

/** A campaign of one mail to everybody, gone live, with nothing sent yet. */
async function prepare(
  folder: string,
  port: number,
  { mails, connections, seed }: KillDrillOptions,
): Promise<void> {
  const app = await createApp({
    dataFolder: folder,
    assetsFolder: "",
    clock: systemClock,
    random: createSeededRandom(seed + 1),
    secrets: openSecretBox,
    fetch: globalThis.fetch,
    log: silentLog,
    world: "real",
  });
  const { handlers } = app;
  await handlers.settings.saveBusiness({
    name: "Drill",
    postalAddress: "1 Drill Street",
    zone: "UTC",
    tracking: "nobody",
  });
  await handlers.accounts.save({
    id: null,
    name: "Sink",
    fromName: "Drill",
    fromAddress: "drill@example.com",
    replyTo: null,
    host: "127.0.0.1",
    port,
    security: "none",
    user: null,
    password: null,
    maxConnections: connections,
    perSecond: null,
    perMinute: null,
    perHour: null,
    perDay: null,
    isTracking: false,
  });
  const { id } = await handlers.campaigns.create({
    name: "Drill",
    goalId: null,
    segmentId: "strangers",
    starterId: null,
  });
  const step = newEmailStep(() => "only", "Only mail");
  const plan = {
    ...newPlan("strangers"),
    schedule: anyTime,
    exitOnReply: false,
    tracking: "off" as const,
    lateLimitHours: 30 * 24,
    steps: [step],
  };
  await handlers.campaigns.saveDraft({ id, draftRev: 1, plan });
  await handlers.emails.save({
    campaignId: id,
    stepId: "only",
    content: {
      subject: "A drill",
      preheader: "",
      blocks: [{ id: "t", kind: "text", html: "<p>Hello.</p>" }],
      text: null,
    },
  });
  await app.stop();
  addPeople(folder, mails);
  const again = await createApp({
    dataFolder: folder,
    assetsFolder: "",
    clock: systemClock,
    random: createSeededRandom(seed + 2),
    secrets: openSecretBox,
    fetch: globalThis.fetch,
    log: silentLog,
    world: "real",
  });
  await again.handlers.campaigns.goLive({ id, existing: "start" });
  await again.stop();
}

function addPeople(folder: string, people: number): void {
  const db = openDb({ path: join(folder, "dripline.db") });
  db.transaction(() => {
    for (let n = 0; n < people; n++)
      db.run(
        "INSERT INTO contact (uid, address, stage_id, created_at, updated_at) VALUES (?, ?, 'stranger', ?, ?)",
        [`p${n}`, `p${n}@example.com`, DAY, DAY],
      );
  });
  db.close();
}

function judge(
  folder: string,
  arrivals: ReadonlyMap<string, number>,
): Omit<KillDrillResult, "kills" | "killsInFlight" | "seconds"> {
  const db = openDb({ path: join(folder, "dripline.db"), isReadOnly: true });
  try {
    const rows = db.all<{ token: string; state: string }>("SELECT token, state FROM message");
    const count = (state: string): number => rows.filter((row) => row.state === state).length;
    const integrity = db.get<{ integrity_check: string }>("PRAGMA integrity_check");
    return {
      sent: count("sent"),
      uncertain: count("uncertain"),
      failed: count("failed"),
      unfinished: rows.filter((row) => !["sent", "uncertain", "failed"].includes(row.state)).length,
      lostUnreported: rows.filter((row) => row.state === "sent" && !arrivals.has(row.token)).length,
      uncertainArrived: rows.filter((row) => row.state === "uncertain" && arrivals.has(row.token))
        .length,
      doubled: [...arrivals.values()].filter((times) => times > 1).length,
      isIntegrityOk: integrity?.integrity_check === "ok",
    };
  } finally {
    db.close();
  }
}
