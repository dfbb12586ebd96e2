import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { must } from "../shared/assert.ts";
import { classifyAnswer, enhancedCode } from "./classify-answer.ts";
import type { Mailer, OutgoingMail, SendOutcome, Stage } from "./mailer.ts";

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly user: string | null;
  readonly password: string | null;
  readonly maxConnections: number;
  /** Silence before the dot after which a connection is given up, ms. */
  readonly timeoutMs?: number;
}

/** Some providers close a connection after 100 messages; we leave before they do. */
const MESSAGES_PER_CONNECTION = 100;
const TIMEOUT_MS = 120_000;

interface Line {
  readonly connection: SMTPConnection;
  sent: number;
  isBroken: boolean;
  stage: Stage;
}

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly code?: string;
}

/** A mailer over a few long-lived SMTP connections of our own. */
export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const idle: Line[] = [];
  const open = new Set<Line>();

  async function takeLine(): Promise<Line | SendOutcome> {
    for (let line = idle.pop(); line; line = idle.pop()) if (!line.isBroken) return line;
    return openLine(settings, open);
  }

  function giveBack(line: Line): void {
    if (line.isBroken) return;
    if (line.sent >= MESSAGES_PER_CONNECTION) {
      open.delete(line);
      line.isBroken = true;
      line.connection.quit();
    } else idle.push(line);
  }

  return {
    async send(mail) {
      const line = await takeLine();
      if ("kind" in line) return line;
      const outcome = await sendOver(line, mail);
      giveBack(line);
      // An idle connection the server had closed: nothing was said, so a fresh one may try at once.
      if (outcome.kind === "not-sent" && outcome.stage === "mail" && line.sent > 1) {
        const fresh = await openLine(settings, open);
        if ("kind" in fresh) return fresh;
        const second = await sendOver(fresh, mail);
        giveBack(fresh);
        return second;
      }
      return outcome;
    },
    async close() {
      for (const line of open) {
        line.isBroken = true;
        line.connection.close();
      }
      open.clear();
      idle.length = 0;
    },
  };
}

function openLine(settings: SmtpSettings, open: Set<Line>): Promise<Line | SendOutcome> {
  const timeout = settings.timeoutMs ?? TIMEOUT_MS;
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.security === "tls",
    requireTLS: settings.security === "starttls",
    ignoreTLS: settings.security === "none",
    connectionTimeout: Math.min(timeout, 30_000),
    greetingTimeout: Math.min(timeout, 30_000),
    socketTimeout: timeout,
    socketCloseTimeout: 0,
    tls: { minVersion: "TLSv1.2" },
  });
  const line: Line = { connection, sent: 0, isBroken: false, stage: "connect" };
  return new Promise((resolve) => {
    const fail = (error: SmtpError): void => {
      line.isBroken = true;
      open.delete(line);
      connection.close();
      resolve(failureBefore(line.stage, error));
    };
    connection.on("error", fail);
    connection.once("end", () => {
      line.isBroken = true;
      open.delete(line);
      resolve(failureBefore(line.stage, new Error("The server closed the connection.")));
    });
    connection.connect((error?: unknown) => {
      if (error) return fail(error as SmtpError);
      if (settings.user === null || !("allowsAuth" in connection && connection.allowsAuth))
        return ready();
      line.stage = "auth";
      connection.login(
        { user: settings.user, pass: settings.password ?? "" },
        (loginError: unknown) => (loginError ? fail(loginError as SmtpError) : ready()),
      );
    });
    function ready(): void {
      open.add(line);
      line.stage = "mail";
      resolve(line);
    }
  });
}

/** nodemailer says which command was under way; where it cannot, the stage we know stands. */
function stageOf(error: SmtpError, known: Stage): Stage {
  const command = error.command?.toUpperCase() ?? "";
  if (command.startsWith("MAIL")) return "mail";
  if (command.startsWith("RCPT")) return "rcpt";
  if (command.startsWith("DATA")) return "data";
  if (command.startsWith("AUTH")) return "auth";
  if (command.startsWith("STARTTLS")) return "tls";
  if (command.startsWith("EHLO") || command.startsWith("HELO")) return "ehlo";
  return known;
}

function failureBefore(known: Stage, error: SmtpError): SendOutcome {
  const stage = error.code === "ETLS" ? "tls" : stageOf(error, known);
  return error.responseCode
    ? refusal(stage, error)
    : { kind: "not-sent", stage, problem: inWords(error), scope: "connection" };
}

function refusal(stage: Stage, error: SmtpError): SendOutcome {
  const code = must(error.responseCode);
  const text = (error.response ?? error.message).replace(/^\d{3}[ -]?/, "");
  return {
    kind: "refused",
    stage,
    code,
    enhanced: enhancedCode(text),
    text,
    scope: classifyAnswer({ stage, code, text }),
  };
}

function inWords(error: SmtpError): string {
  switch (error.code) {
    case "EDNS":
    case "ENOTFOUND":
      return "The mail server's name was not found.";
    case "ETIMEDOUT":
      return "The mail server did not answer in time.";
    case "ETLS":
      return "No safe connection could be made with the mail server (TLS).";
    case "ESOCKET":
    case "ECONNECTION":
      return /ECONNREFUSED/.test(error.message)
        ? "The mail server refused the connection."
        : "The connection to the mail server was lost.";
    default:
      return error.message;
  }
}

/** Sends one mail over an open line. `intent` remembers whether the dot may be on its way. */
function sendOver(line: Line, mail: OutgoingMail): Promise<SendOutcome> {
  line.sent += 1;
  line.stage = "mail";
  const { connection } = line;
  return new Promise((resolve) => {
    let isSettled = false;
    let hasIntent = false;
    let isAborted = false;

    function settle(outcome: SendOutcome): void {
      if (isSettled) return;
      isSettled = true;
      connection.removeListener("error", lost);
      connection.removeListener("end", ended);
      resolve(outcome);
    }
    function hangUp(): void {
      line.isBroken = true;
      connection.close();
    }
    function lost(error: SmtpError): void {
      hangUp();
      if (isAborted) return settle({ kind: "aborted" });
      if (error.responseCode && error.responseCode >= 400)
        return settle(refusal(hasIntent ? "dot" : stageOf(error, line.stage), error));
      if (hasIntent) return settle({ kind: "uncertain", problem: inWords(error) });
      settle({
        kind: "not-sent",
        stage: stageOf(error, line.stage),
        problem: inWords(error),
        scope: "connection",
      });
    }
    function ended(): void {
      lost(new Error("The connection to the mail server was lost."));
    }

    const body = bodyOf(mail, {
      onStart: () => (line.stage = "body"),
      onIntent: () => {
        hasIntent = true;
        line.stage = "dot";
      },
      onAbort: () => {
        isAborted = true;
        hangUp();
        settle({ kind: "aborted" });
      },
      onError: (error) => {
        hangUp();
        settle({ kind: "not-sent", stage: "body", problem: error.message, scope: "connection" });
      },
    });
    connection.on("error", lost);
    connection.once("end", ended);
    connection.send({ from: mail.envelope.from, to: [mail.envelope.to] }, body, (error, info) => {
      if (!error) return settle({ kind: "accepted", reply: info?.response ?? "" });
      const failure = error as SmtpError;
      if (!failure.responseCode) return lost(failure);
      const outcome = refusal(hasIntent ? "dot" : stageOf(failure, line.stage), failure);
      // A no in the middle of the body leaves the conversation in a state nobody knows.
      if (line.stage === "body" || failure.responseCode === 421) hangUp();
      settle(outcome);
    });
  });
}

interface BodyEvents {
  readonly onStart: () => void;
  readonly onIntent: () => void;
  readonly onAbort: () => void;
  readonly onError: (error: Error) => void;
}

/**
 * The message as a stream whose end waits for the durable intent: nodemailer writes the final dot only when
 * the stream ends, so nothing after this point can have happened without a trace.
 */
function bodyOf(mail: OutgoingMail, events: BodyEvents): Readable {
  let isGiven = false;
  return new Readable({
    read() {
      if (!isGiven) {
        isGiven = true;
        events.onStart();
        this.push(mail.bytes);
        return;
      }
      mail.beforeDot().then(
        (mayGo) => {
          if (!mayGo) return events.onAbort();
          events.onIntent();
          this.push(null);
        },
        (error: unknown) =>
          events.onError(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}
