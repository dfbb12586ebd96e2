import { z } from "zod";
import { done, id, instant, nothing, shortText } from "./procedure-schema.ts";

const limit = z.number().int().min(1).max(1_000_000).nullable();

const settings = z.object({
  name: shortText.trim().min(1, "Please name the account."),
  fromName: shortText,
  fromAddress: z.string().max(320),
  replyTo: z.string().max(320).nullable(),
  host: z.string().trim().min(1, "Please enter the mail server's name.").max(253),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(["tls", "starttls", "none"]),
  user: z.string().max(320).nullable(),
  /** Null keeps the password there is. It is never sent back. */
  password: z.string().max(1000).nullable(),
  maxConnections: z.number().int().min(1).max(20),
  perSecond: limit,
  perMinute: limit,
  perHour: limit,
  perDay: limit,
  isTracking: z.boolean(),
});

const checkLine = z.object({ name: z.string(), isOk: z.boolean(), text: z.string() });

export const accountsProcedures = {
  list: {
    input: nothing,
    output: z.array(
      settings.omit({ password: true }).extend({
        id,
        hasPassword: z.boolean(),
        blockedUntil: instant.nullable(),
        problem: z.string().nullable(),
        sentToday: z.number().int(),
      }),
    ),
  },
  save: { input: settings.extend({ id: id.nullable() }), output: z.object({ id }) },
  remove: { input: z.object({ id }), output: done },
  /** Tries the server up to the sign-in; sends no mail. */
  check: { input: settings.extend({ id: id.nullable() }), output: z.array(checkLine) },
  /** Lets an account that stopped on a problem try again now. */
  clearProblem: { input: z.object({ id }), output: done },
};

export const relayProcedures = {
  get: {
    input: nothing,
    output: z.object({
      url: z.string().nullable(),
      hasKey: z.boolean(),
      isLocal: z.boolean(),
      lastHeardAt: instant.nullable(),
      watermark: instant.nullable(),
      problem: z.string().nullable(),
      notice: z.string().nullable(),
    }),
  },
  save: {
    input: z.object({
      url: z.string().trim().max(500),
      key: z.string().trim().max(200).nullable(),
    }),
    output: done,
  },
  remove: { input: nothing, output: done },
  test: {
    input: z.object({
      url: z.string().trim().max(500),
      key: z.string().trim().max(200).nullable(),
    }),
    output: z.array(checkLine),
  },
  pullNow: {
    input: nothing,
    output: z.object({ events: z.number().int(), problem: z.string().nullable() }),
  },
  /** Starts a relay on this computer's loopback; for practice and trying out. */
  startLocal: { input: nothing, output: z.object({ url: z.string() }) },
};

const mail = z.object({
  id: z.number().int(),
  at: instant,
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  isRead: z.boolean(),
});

export const practiceProcedures = {
  status: {
    input: nothing,
    output: z.object({
      now: instant,
      mails: z.number().int(),
      unread: z.number().int(),
      nextAt: instant.nullable(),
      isMoving: z.boolean(),
    }),
  },
  listMail: {
    input: z.object({
      to: z.string().max(320).nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(mail) }),
  },
  /** The mail as its recipient would see it; links carry their number for `act`. */
  getMail: {
    input: z.object({ id: z.number().int() }),
    output: mail.extend({
      html: z.string(),
      text: z.string(),
      contactId: z.string().nullable(),
      headers: z.array(z.object({ name: z.string(), value: z.string() })),
      links: z.array(
        z.object({
          n: z.number().int(),
          label: z.string(),
          url: z.string(),
          destination: z.string(),
          isUnsubscribe: z.boolean(),
        }),
      ),
    }),
  },
  /** Acts as the recipient: fetches the pixel, follows a link, presses unsubscribe, or replies. */
  act: {
    input: z.object({
      mailId: z.number().int(),
      act: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("open") }),
        z.object({ kind: z.literal("click"), n: z.number().int() }),
        z.object({ kind: z.literal("unsubscribe") }),
        z.object({ kind: z.literal("reply"), text: z.string().max(5000) }),
      ]),
    }),
    output: z.object({ text: z.string() }),
  },
  /** Moves the practice clock forward; the engine does everything that falls due on the way. */
  advance: {
    input: z.object({
      by: z.discriminatedUnion("kind", [
        z.object({
          kind: z.literal("ms"),
          ms: z
            .number()
            .int()
            .min(1)
            .max(400 * 86_400_000),
        }),
        z.object({ kind: z.literal("next") }),
      ]),
    }),
    output: z.object({ now: instant, sent: z.number().int() }),
  },
  /** Throws away everything in practice. */
  clear: { input: nothing, output: done },
  /** Adds the sample contacts that come with Dripline. */
  addSampleContacts: { input: nothing, output: z.object({ added: z.number().int() }) },
};
