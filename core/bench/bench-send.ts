import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { anyTime } from "../domain/schedule.ts";
import { newEmailStep, newPlan } from "../domain/new-step.ts";
import type { Block, EmailContent } from "../domain/email-content.ts";
import { must } from "../shared/assert.ts";
import { openTestWorld, type TestWorld } from "../test-world.ts";
import { spend, type Spent } from "./measure.ts";

const START = Date.parse("2026-03-02T08:00:00Z");
const CONNECTIONS = 5;

export interface SendBench {
  readonly ours: () => Promise<Spent>;
  readonly raw: () => Promise<Spent>;
  close(): void;
}

/** About 14 kB of HTML with twelve links, sent to `mails` people over five connections. */
const CONTENT: EmailContent = {
  subject: 'News for {{ contact.first_name | default: "you" }}',
  preheader: "What is new this month",
  blocks: Array.from({ length: 12 }, (_, n): Block => ({
    id: `b${n}`,
    kind: "text",
    html: `<p>Dear {{ contact.first_name | default: "friend" }}, ${"this is a paragraph of an ordinary letter. ".repeat(20)}<a href="https://example.com/page/${n}?from=mail" data-link="l${n}">Read on</a></p>`,
  })),
  text: null,
};

export async function prepareSendBench(mails: number): Promise<SendBench> {
  const sink = spawn(process.execPath, [join(import.meta.dirname, "bench-sink.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(must(sink.stdout), "data")) as [Buffer];
  const port = Number(line.toString());
  return {
    async ours() {
      const world = await openReadyWorld(port, mails);
      try {
        return await spend(async () => {
          const sent = await world.app.engine.runDue();
          if (sent !== mails) throw new Error(`${sent} of ${mails} mails were sent`);
        });
      } finally {
        await world.close();
      }
    },
    raw: () => spend(() => sendByPool(port, mails)),
    close: () => sink.kill("SIGTERM"),
  };
}

/** A campaign of one mail that everybody is due for. */
async function openReadyWorld(port: number, mails: number): Promise<TestWorld> {
  const world = await openTestWorld({ start: START, world: "real" });
  const { handlers } = world.app;
  await handlers.settings.saveBusiness({
    name: "Bench",
    postalAddress: "1 Bench Street",
    zone: "UTC",
    tracking: "everyone",
  });
  await handlers.accounts.save({
    id: null,
    name: "Sink",
    fromName: "Bench",
    fromAddress: "bench@example.com",
    replyTo: null,
    host: "127.0.0.1",
    port,
    security: "none",
    user: null,
    password: null,
    maxConnections: CONNECTIONS,
    perSecond: null,
    perMinute: null,
    perHour: null,
    perDay: null,
    isTracking: true,
  });
  const { id } = await handlers.campaigns.create({
    name: "Bench",
    goalId: null,
    segmentId: "strangers",
    starterId: null,
  });
  const plan = {
    ...newPlan("strangers"),
    schedule: anyTime,
    exitOnReply: false,
    tracking: "off" as const,
    steps: [newEmailStep(() => "only", "Only mail")],
  };
  await handlers.campaigns.saveDraft({ id, draftRev: 1, plan });
  await handlers.emails.save({ campaignId: id, stepId: "only", content: CONTENT });
  for (let n = 0; n < mails; n++)
    await handlers.contacts.save({
      id: null,
      address: `p${n}@example.com`,
      firstName: `Person ${n}`,
      lastName: null,
      stageId: "stranger",
      zone: null,
      fields: {},
      trackingConsent: null,
    });
  await handlers.campaigns.goLive({ id, existing: "start" });
  return world;
}

/** The barest loop that composes the same mails: nodemailer's pool, and nothing remembered. */
async function sendByPool(port: number, mails: number): Promise<void> {
  const pool = createTransport({
    host: "127.0.0.1",
    port,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const body = CONTENT.blocks.map((block) => (block.kind === "text" ? block.html : "")).join("\n");
  await Promise.all(
    Array.from({ length: mails }, (_, n) => {
      const html = body.replaceAll('{{ contact.first_name | default: "friend" }}', `Person ${n}`);
      return pool.sendMail({
        from: { name: "Bench", address: "bench@example.com" },
        to: { name: `Person ${n}`, address: `p${n}@example.com` },
        subject: `News for Person ${n}`,
        html,
        text: html.replace(/<[^>]*>/gu, ""),
      });
    }),
  );
  pool.close();
}
