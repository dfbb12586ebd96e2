import { createServer } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { must } from "../shared/assert.ts";
import { checkAccount, type AccountToCheck } from "./check-account.ts";
import type { Stage } from "./mailer.ts";
import { startScriptedServer, type Misdeed } from "./scripted-server.ts";

function accountAt(port: number, more: Partial<AccountToCheck> = {}): AccountToCheck {
  return {
    host: "127.0.0.1",
    port,
    security: "none",
    user: "ana",
    password: "secret",
    fromAddress: "ana@shop.example",
    ...more,
  };
}

test("a good account passes every stage and no mail is sent", async () => {
  const server = await startScriptedServer({ offers: ["AUTH PLAIN LOGIN"] });
  const lines = await checkAccount(accountAt(server.port));
  expect(lines.map(({ name, isOk }) => [name, isOk])).toEqual([
    ["Find the server", true],
    ["Connect", true],
    ["Greet", true],
    ["Sign in", true],
    ["Be accepted as sender", true],
  ]);
  expect(server.mails).toEqual([]);
  expect(server.lines.filter((line) => line.startsWith("RCPT"))).toEqual([]);
  await server.close();
});

const AUTH = ["AUTH PLAIN"];
const cases: readonly {
  readonly name: string;
  readonly at: Stage;
  readonly misdeed: Misdeed;
  readonly failed: string;
  readonly says: RegExp;
}[] = [
  {
    name: "a server that is full",
    at: "greeting",
    misdeed: "421 too many connections",
    failed: "Greet",
    says: /does not want to talk now.*421 too many connections/u,
  },
  {
    name: "a server that hangs up at once",
    at: "greeting",
    misdeed: "FIN",
    failed: "Greet",
    says: /closed the connection/u,
  },
  {
    name: "a server that says nothing",
    at: "greeting",
    misdeed: "stall",
    failed: "Greet",
    says: /did not answer in time.*choose TLS/u,
  },
  {
    name: "something that is no mail server",
    at: "greeting",
    misdeed: "HTTP/1.1 400 Bad Request",
    failed: "Greet",
    says: /HTTP\/1\.1 400.*not SMTP/u,
  },
  {
    name: "a wrong password",
    at: "auth",
    misdeed: "535 5.7.8 Error: authentication failed",
    failed: "Sign in",
    says: /did not accept user and password.*5\.7\.8/u,
  },
  {
    name: "a provider that wants an app password",
    at: "auth",
    misdeed: "534 5.7.9 Application-specific password required",
    failed: "Sign in",
    says: /app password/u,
  },
  {
    name: "a mailbox where SMTP AUTH is off",
    at: "auth",
    misdeed:
      "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant",
    failed: "Sign in",
    says: /switched off signing in by password/u,
  },
  {
    name: "a connection lost while signing in",
    at: "auth",
    misdeed: "RST",
    failed: "Sign in",
    says: /closed the connection/u,
  },
  {
    name: "a sender that is not theirs",
    at: "mail",
    misdeed: "553 5.7.1 Sender address rejected: not owned by user ana",
    failed: "Be accepted as sender",
    says: /does not let ana@shop\.example send.*alias/u,
  },
];

for (const { name, at, misdeed, failed, says } of cases)
  test(`${name} is told as such`, async () => {
    const server = await startScriptedServer({
      offers: AUTH,
      misbehave: (stage) => (stage === at ? misdeed : undefined),
    });
    const lines = await checkAccount(accountAt(server.port), 200);
    const last = must(lines.at(-1));
    expect(last).toMatchObject({ name: failed, isOk: false });
    expect(last.text).toMatch(says);
    expect(lines.slice(0, -1).every(({ isOk }) => isOk)).toBe(true);
    expect(JSON.stringify(lines)).not.toContain("secret");
    await server.close();
  });

test("a name that does not exist is told as such", async () => {
  const lines = await checkAccount(accountAt(25, { host: "smtp.no-such-name.invalid" }));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.isOk).toBe(false);
  // Without a network the look-up itself fails.
  expect(lines[0]?.text).toMatch(/no mail server named|could not be looked up/u);
});

test("a port where nobody listens is told as such", async () => {
  const server = await startScriptedServer();
  await server.close();
  const lines = await checkAccount(accountAt(server.port));
  expect(lines.at(-1)?.text).toMatch(/refuses connections on port/u);
});

test("a server without STARTTLS is told as such, and hears no password", async () => {
  const server = await startScriptedServer({ offers: AUTH });
  const lines = await checkAccount(accountAt(server.port, { security: "starttls" }));
  expect(lines.at(-1)).toMatchObject({ name: "Secure the connection", isOk: false });
  expect(lines.at(-1)?.text).toMatch(/offers no STARTTLS/u);
  expect(server.lines.some((line) => line.startsWith("AUTH"))).toBe(false);
  await server.close();
});

test("a server whose certificate cannot be trusted hears no password", async () => {
  // smtp-server's own certificate for tests: made by nobody we trust, and expired.
  const heard: string[] = [];
  const server = new SMTPServer({
    onAuth(auth, _session, done) {
      heard.push(auth.username ?? "");
      done(null, { user: "ana" });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.server.address();
  const port = must(typeof address === "object" ? address : null).port;
  const lines = await checkAccount(accountAt(port, { security: "starttls" }));
  expect(lines.at(-1)).toMatchObject({ name: "Secure the connection", isOk: false });
  expect(lines.at(-1)?.text).toMatch(/certificate/u);
  expect(heard).toEqual([]);
  await new Promise<void>((done) => server.close(() => done()));
});

test("TLS on a port that begins in the open is told as such", async () => {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.resume();
    socket.write("220 hello\r\n");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = must(typeof address === "object" ? address : null).port;
  const lines = await checkAccount(accountAt(port, { security: "tls" }));
  expect(lines.at(-1)?.text).toMatch(/does not begin with TLS/u);
  await new Promise((done) => server.close(done));
});
