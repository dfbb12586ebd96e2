import { afterEach, describe, expect, test } from "vitest";
import { must } from "../shared/assert.ts";
import type { Mailer, OutgoingMail, SendOutcome, Stage } from "./mailer.ts";
import {
  startScriptedServer,
  type Misdeed,
  type Script,
  type ScriptedServer,
} from "./scripted-server.ts";
import { createSmtpMailer } from "./smtp.ts";
import type { SmtpSettings } from "./smtp-line.ts";

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function setUp(
  script: Script = {},
  more: Partial<SmtpSettings> = {},
): Promise<{ server: ScriptedServer; mailer: Mailer }> {
  const server = await startScriptedServer(script);
  const mailer = createSmtpMailer({
    host: "127.0.0.1",
    port: server.port,
    security: "none",
    user: null,
    password: null,
    maxConnections: 1,
    timeouts: { beforeDotMs: 5000, afterDotMs: 5000 },
    ...more,
  });
  cleanUps.push(async () => {
    await mailer.close();
    await server.close();
  });
  return { server, mailer };
}

const SMALL = "Subject: hello\r\n\r\nfirst\r\n.second\r\nlast\r\n";
/** More than all buffers on the way hold, so that the body is still leaving when the server misbehaves. */
const LARGE = `Subject: hello\r\n\r\n${`${"x".repeat(76)}\r\n`.repeat(200_000)}`;

function mailOf(
  text: string,
  more: Partial<OutgoingMail> = {},
): OutgoingMail & { asked(): number } {
  let asked = 0;
  return {
    envelope: { from: "me@shop.example", to: "ana@home.example" },
    bytes: Buffer.from(text),
    beforeDot: async () => {
      asked += 1;
      return true;
    },
    asked: () => asked,
    ...more,
  };
}

test("a mail arrives as it was, with its envelope, and the intent was asked for once", async () => {
  const { server, mailer } = await setUp();
  const mail = mailOf(SMALL);
  expect(await mailer.send(mail)).toEqual({ kind: "accepted", reply: "250 2.0.0 taken" });
  expect(mail.asked()).toBe(1);
  expect(server.mails).toEqual([
    {
      from: "me@shop.example",
      to: "ana@home.example",
      body: "Subject: hello\r\n\r\nfirst\r\n..second\r\nlast",
    },
  ]);
});

test("the intent is asked for when no dot has left yet", async () => {
  const { server, mailer } = await setUp();
  let mailsAtIntent = -1;
  await mailer.send(
    mailOf(SMALL, {
      beforeDot: async () => {
        await new Promise(setImmediate);
        mailsAtIntent = server.mails.length;
        return true;
      },
    }),
  );
  expect(mailsAtIntent).toBe(0);
  expect(server.mails).toHaveLength(1);
});

type Misery = { readonly name: string; readonly misdeed: Misdeed };
const miseries: readonly Misery[] = [
  { name: "hangs up", misdeed: "FIN" },
  { name: "resets the connection", misdeed: "RST" },
  { name: "says 421", misdeed: "421 4.3.2 shutting down" },
  { name: "says 4xx", misdeed: "451 4.3.0 try again" },
  { name: "says 5xx", misdeed: "554 5.0.0 no" },
  { name: "falls silent", misdeed: "stall" },
];
const stages: readonly Stage[] = [
  "greeting",
  "ehlo",
  "auth",
  "mail",
  "rcpt",
  "data",
  "body",
  "dot",
];

function expected(stage: Stage, misdeed: Misdeed): Partial<SendOutcome> {
  const isSaid = /^\d/u.test(misdeed);
  if (stage === "dot" && !isSaid) return { kind: "uncertain" };
  // A silent loss within the envelope is told as one at its beginning; nothing hangs on the difference.
  const isEnvelope = stage === "rcpt" || stage === "data";
  if (!isSaid) return { kind: "not-sent", stage: isEnvelope ? "mail" : stage, scope: "connection" };
  const code = Number(misdeed.slice(0, 3));
  return code === 421 && isEnvelope
    ? { kind: "refused", code, scope: "connection" }
    : { kind: "refused", code, stage };
}

describe("before the dot nothing is uncertain, and after it nothing but an answer is certain", () => {
  for (const pipelining of [false, true])
    for (const at of stages)
      for (const { name, misdeed } of miseries)
        test(`the server ${name} at ${at}${pipelining ? ", pipelining" : ""}`, async () => {
          const offers = ["AUTH PLAIN", "8BITMIME", ...(pipelining ? ["PIPELINING"] : [])];
          const { server, mailer } = await setUp(
            { offers, misbehave: (stage) => (stage === at ? misdeed : undefined) },
            {
              user: "ana",
              password: "secret",
              ...(misdeed === "stall" ? { timeouts: { beforeDotMs: 150, afterDotMs: 150 } } : {}),
            },
          );
          const mail = mailOf(at === "body" ? LARGE : SMALL);
          const outcome = await mailer.send(mail);
          // A server that refuses EHLO is asked with HELO, which this one refuses too. A reset at once may
          // be seen before the connection is.
          if (at === "greeting" && misdeed === "RST")
            expect(outcome).toMatchObject({ kind: "not-sent", scope: "connection" });
          else expect(outcome).toMatchObject(expected(at, misdeed));
          expect(server.mails).toHaveLength(at === "dot" ? 1 : 0);
          expect(mail.asked()).toBe(at === "dot" ? 1 : 0);
          expect(JSON.stringify(outcome)).not.toContain("secret");
        });
});

test("a connection is used again for the next mail", async () => {
  const { server, mailer } = await setUp();
  for (let i = 0; i < 5; i += 1) await mailer.send(mailOf(SMALL));
  expect(server.mails).toHaveLength(5);
  expect(server.connections()).toBe(1);
});

test("after 100 mails a connection is left politely", async () => {
  const { server, mailer } = await setUp();
  for (let i = 0; i < 101; i += 1) await mailer.send(mailOf(SMALL));
  expect(server.connections()).toBe(2);
  expect(server.lines.filter((line) => line === "QUIT")).toHaveLength(1);
});

test("never more connections than allowed, and every mail gets its turn", async () => {
  const { server, mailer } = await setUp({}, { maxConnections: 3 });
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => mailer.send(mailOf(SMALL))));
  expect(outcomes.every(({ kind }) => kind === "accepted")).toBe(true);
  expect(server.mails).toHaveLength(20);
  expect(server.connections()).toBe(3);
});

for (const at of ["rcpt", "data", "dot"] as const)
  test(`a refusal at ${at} is closed with RSET before the next mail`, async () => {
    const { server, mailer } = await setUp({
      misbehave: (stage, nth) => (stage === at && nth === 1 ? "550 5.1.1 no such user" : undefined),
    });
    expect(await mailer.send(mailOf(SMALL))).toMatchObject({ kind: "refused", code: 550 });
    expect(await mailer.send(mailOf(SMALL))).toMatchObject({ kind: "accepted" });
    expect(server.connections()).toBe(1);
    const reset = server.lines.indexOf("RSET");
    const second = server.lines.findIndex((line, i) => i > 1 && line.startsWith("MAIL"));
    expect(reset).toBeGreaterThan(0);
    expect(reset).toBeLessThan(server.lines.lastIndexOf(must(server.lines[second])));
  });

for (const misdeed of ["FIN", "RST", "421 4.4.2 idle too long"])
  test(`an idle connection the server had left (${misdeed}) costs no mail`, async () => {
    const { server, mailer } = await setUp({
      misbehave: (stage, nth) => (stage === "mail" && nth === 2 ? misdeed : undefined),
    });
    await mailer.send(mailOf(SMALL));
    const mail = mailOf(SMALL);
    expect(await mailer.send(mail)).toMatchObject({ kind: "accepted" });
    expect(mail.asked()).toBe(1);
    expect(server.connections()).toBe(2);
  });

describe("no intent, no dot", () => {
  for (const { name, text } of [
    { name: "small", text: SMALL },
    { name: "large", text: LARGE },
  ])
    test(`a ${name} mail stopped at the intent never becomes whole`, async () => {
      const { server, mailer } = await setUp();
      const stopped = await mailer.send(mailOf(text, { beforeDot: async () => false }));
      expect(stopped).toEqual({ kind: "aborted" });
      // The next mail takes a new connection; the first can no longer end.
      expect(await mailer.send(mailOf(SMALL))).toMatchObject({ kind: "accepted" });
      expect(server.connections()).toBe(2);
      expect(server.mails).toHaveLength(1);
    });

  test("an intent that cannot be written stops the mail", async () => {
    const { server, mailer } = await setUp();
    const outcome = await mailer.send(
      mailOf(SMALL, { beforeDot: () => Promise.reject(new Error("the disk is full")) }),
    );
    expect(outcome).toEqual({
      kind: "not-sent",
      stage: "body",
      problem: "the disk is full",
      scope: "connection",
    });
    expect(server.mails).toEqual([]);
  });

  test("a connection lost while the intent is written is told only after it, as certainly not sent", async () => {
    const { server, mailer } = await setUp({
      misbehave: (stage) => (stage === "body" ? "RST" : undefined),
    });
    const order: string[] = [];
    let release: (() => void) | undefined;
    const outcome = mailer
      .send(
        mailOf(SMALL, {
          beforeDot: async () => {
            await new Promise<void>((resolve) => (release = resolve));
            order.push("intent");
            return true;
          },
        }),
      )
      .then((told) => {
        order.push("outcome");
        return told;
      });
    while (server.lines.length < 4 || !release) await new Promise(setImmediate);
    // The reset has time to arrive.
    for (let i = 0; i < 20; i += 1) await new Promise(setImmediate);
    release();
    expect(await outcome).toMatchObject({ kind: "not-sent", scope: "connection" });
    expect(order).toEqual(["intent", "outcome"]);
    expect(server.mails).toEqual([]);
  });

  test("a server that says no, or yes, before the mail is whole gets no dot", async () => {
    for (const misdeed of ["552 5.3.4 too big", "250 2.0.0 taken already"]) {
      const { server, mailer } = await setUp({
        misbehave: (stage) => (stage === "body" ? misdeed : undefined),
      });
      const mail = mailOf(LARGE);
      expect(await mailer.send(mail)).toMatchObject(
        misdeed.startsWith("5") ? { kind: "refused", stage: "body" } : { kind: "not-sent" },
      );
      expect(mail.asked()).toBe(0);
      expect(server.mails).toEqual([]);
    }
  });
});

describe("what the server could only misread is refused before a word is said", () => {
  for (const { name, to, offers, says } of [
    {
      name: "a line break in an address",
      to: "ana@home.example>\r\nRCPT TO:<eve@evil.example",
      offers: [],
      says: { kind: "refused", code: 553, enhanced: "5.1.3" },
    },
    {
      name: "two addresses in one",
      to: "ana@home.example, eve@evil.example",
      offers: [],
      says: { kind: "refused", code: 553 },
    },
    {
      name: "letters outside ASCII without SMTPUTF8",
      to: "änne@home.example",
      offers: [],
      says: { kind: "refused", code: 553, enhanced: "5.6.7", scope: "recipient-soft" },
    },
    {
      name: "more bytes than the server takes",
      to: "ana@home.example",
      offers: ["SIZE 20"],
      says: { kind: "refused", code: 552, scope: "content" },
    },
  ] as const)
    test(`over SMTP, ${name}`, async () => {
      const { server, mailer } = await setUp({ offers: [...offers] });
      const mail = mailOf(SMALL, { envelope: { from: "me@shop.example", to } });
      expect(await mailer.send(mail)).toMatchObject(says);
      expect(server.lines.some((line) => /MAIL|RCPT/u.test(line))).toBe(false);
      expect(mail.asked()).toBe(0);
    });

  test("letters outside ASCII go where the server reads them", async () => {
    const { server, mailer } = await setUp({ offers: ["SMTPUTF8"] });
    const envelope = { from: "me@shop.example", to: "änne@home.example" };
    expect(await mailer.send(mailOf(SMALL, { envelope }))).toMatchObject({ kind: "accepted" });
    expect(server.lines.some((line) => line.endsWith("SMTPUTF8"))).toBe(true);
  });
});

test("a server that takes no password where one is set is told as trouble of the account", async () => {
  const { mailer } = await setUp({}, { user: "ana", password: "secret" });
  expect(await mailer.send(mailOf(SMALL))).toMatchObject({
    kind: "not-sent",
    stage: "auth",
    scope: "account-auth",
  });
});

test("after closing, nothing is sent any more", async () => {
  const { server, mailer } = await setUp();
  await mailer.close();
  expect(await mailer.send(mailOf(SMALL))).toMatchObject({ kind: "not-sent" });
  expect(server.connections()).toBe(0);
});
