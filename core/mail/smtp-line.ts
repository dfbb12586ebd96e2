import type { Socket } from "node:net";
import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { classifyAnswer, enhancedCode } from "./classify-answer.ts";
import type { OutgoingMail, SendOutcome, Stage } from "./mailer.ts";
import { networkProblem, type MailServer } from "./network-problem.ts";
import { envelopeRefusal } from "./envelope-refusal.ts";

export interface SmtpSettings extends MailServer {
  readonly user: string | null;
  readonly password: string | null;
  readonly maxConnections: number;
  /** Silence after which a connection is given up, ms; by default those of RFC 5321 §4.5.3.2, in round figures. */
  readonly timeouts?: { readonly beforeDotMs: number; readonly afterDotMs: number };
}

/** After the dot the server may be scanning the mail; giving up early would make uncertain mails. */
const TIMEOUTS = { beforeDotMs: 120_000, afterDotMs: 600_000 };
const CONNECT_MS = 30_000;
/** Small pieces, so that the intent is asked for when little is left to write. */
const PIECE_BYTES = 32 * 1024;

/** One open connection, signed in. Mails go over it one after another. */
export interface SmtpLine {
  /** Over a broken line nothing more can be sent. */
  isBroken(): boolean;
  /** Never throws for what the server or the network does. */
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Says good-bye where that is possible. */
  quit(): void;
  close(): void;
}

/** What nodemailer tells of a failure. */
interface SmtpFailure {
  readonly message: string;
  readonly code?: string | undefined;
  /** The server's own words where it said any. */
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly command?: string | undefined;
}

/** The line, or why there is none: always certain that no mail left. */
export function openLine(settings: SmtpSettings): Promise<SmtpLine | SendOutcome> {
  const { beforeDotMs } = settings.timeouts ?? TIMEOUTS;
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.security === "tls",
    requireTLS: settings.security === "starttls",
    ignoreTLS: settings.security === "none",
    connectionTimeout: Math.min(beforeDotMs, CONNECT_MS),
    greetingTimeout: Math.min(beforeDotMs, CONNECT_MS),
    socketTimeout: beforeDotMs,
    // Zero destroys the socket: a server in the midst of DATA must see an end without a dot.
    socketCloseTimeout: 0,
    tls: { minVersion: "TLSv1.2" },
  });
  return new Promise((resolve) => {
    let stage: Stage | undefined;
    let broken = false;
    /** The mail under way, or the opening, hears of a lost connection here. */
    let onLost: (failure: SmtpFailure) => void = (failure) =>
      resolve(certainFailure(settings, stage ?? openingStage(connection, failure), failure));

    function breakOff(): void {
      broken = true;
      connection.close();
    }
    connection.on("error", (error: Error) => {
      breakOff();
      onLost(error);
    });
    connection.once("end", () => {
      if (broken) return;
      broken = true;
      // nodemailer says this before it says why; the reason comes in the same turn.
      queueMicrotask(() => onLost(new Error("the server closed the connection")));
    });
    connection.connect((error?: Error) => {
      if (error) {
        breakOff();
        onLost(error);
      } else if (settings.user === null) ready();
      else if (!connection.allowsAuth) {
        breakOff();
        resolve({
          kind: "not-sent",
          stage: "auth",
          problem: "The mail server takes no user and password on this port.",
          scope: "account-auth",
        });
      } else {
        stage = "auth";
        connection.login(
          { user: settings.user, pass: settings.password ?? "" },
          (failed: Error | null) => {
            if (!failed) return ready();
            breakOff();
            onLost(failed);
          },
        );
      }
    });

    function ready(): void {
      onLost = () => undefined;
      const state: LineState = {
        connection,
        settings,
        isBroken: () => broken,
        breakOff,
        listen: (listener) => (onLost = listener),
      };
      resolve({
        isBroken: () => broken,
        async send(mail) {
          const refusal = envelopeRefusal(mail, connection);
          if (refusal) return refusal;
          const outcome = await sendOver(state, mail);
          // The transaction is still open on the server (RFC 5321 §4.1.4).
          if (outcome.kind === "refused" && !broken) await reset(state);
          return outcome;
        },
        quit() {
          broken = true;
          connection.quit();
        },
        close: breakOff,
      });
    }
  });
}

interface LineState {
  readonly connection: SMTPConnection;
  readonly settings: SmtpSettings;
  isBroken(): boolean;
  breakOff(): void;
  listen(listener: (failure: SmtpFailure) => void): void;
}

function reset(state: LineState): Promise<void> {
  return new Promise((resolve) => {
    state.listen(() => resolve());
    state.connection.reset((error: Error | null) => {
      if (error) state.breakOff();
      resolve();
    });
  });
}

/**
 * One mail over an open line:
 *
 *   talking ──end of the bytes──▶ asking ──yes──▶ dotted ──answer──▶ over
 *      └── answer, loss ──▶ over    └── no, or lost meanwhile ──▶ over
 *
 * `asking` is the durable intent being written. Whatever happens meanwhile is kept and told only after it,
 * so that nobody records an outcome before the intent. Only in `dotted` can a loss be uncertain.
 */
function sendOver(state: LineState, mail: OutgoingMail): Promise<SendOutcome> {
  const { connection, settings } = state;
  const { afterDotMs } = settings.timeouts ?? TIMEOUTS;
  return new Promise((resolve) => {
    let phase: "talking" | "asking" | "dotted" | "over" = "talking";
    let stage: Stage = "mail";
    let early: SendOutcome | undefined;

    function end(outcome: SendOutcome): void {
      if (phase === "over") return;
      if (phase === "asking") {
        early ??= outcome;
        return;
      }
      phase = "over";
      state.listen(() => undefined);
      resolve(outcome);
    }
    function lost(failure: SmtpFailure): void {
      state.breakOff();
      if (phase !== "dotted") end(certainFailure(settings, stageOf(failure, stage), failure));
      else if (failure.responseCode) end(refusal("dot", failure));
      else end({ kind: "uncertain", problem: networkProblem(failure, settings) });
    }
    async function ask(): Promise<boolean> {
      phase = "asking";
      let outcome: SendOutcome | undefined;
      try {
        if (!(await mail.beforeDot())) outcome = { kind: "aborted" };
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        outcome = { kind: "not-sent", stage: "body", problem, scope: "connection" };
      }
      outcome = early ?? outcome;
      phase = outcome ? "talking" : "dotted";
      if (outcome) {
        state.breakOff();
        end(outcome);
        return false;
      }
      socketOf(connection)?.setTimeout(afterDotMs);
      stage = "dot";
      return true;
    }
    const body = piecesOf(mail.bytes, {
      onStart: () => (stage = "body"),
      isOver: () => phase === "over",
      ask,
    });
    state.listen(lost);
    const envelope = { from: mail.envelope.from, to: [mail.envelope.to], size: mail.bytes.length };
    connection.send(envelope, body, (error, info) => {
      if (error) {
        if (!error.responseCode) return lost(error);
        const outcome = refusal(stageOf(error, stage), error);
        // A no in the middle of the body leaves a conversation in which nobody knows whose turn it is.
        if (stage === "body" || error.responseCode === 421) state.breakOff();
        return end(outcome);
      }
      if (phase === "dotted") {
        socketOf(connection)?.setTimeout((settings.timeouts ?? TIMEOUTS).beforeDotMs);
        return end({ kind: "accepted", reply: info?.response ?? "" });
      }
      // A yes before the dot is not about this mail; the server does not speak SMTP.
      lost(new Error("the server answered before the mail was complete"));
    });
  });
}

/**
 * The mail as a stream whose end waits for `ask`: nodemailer writes the final dot only when the stream ends,
 * so no server can have taken a mail without a trace of it here.
 */
function piecesOf(
  bytes: Uint8Array,
  on: { onStart(): void; isOver(): boolean; ask(): Promise<boolean> },
): Readable {
  let at = 0;
  return new Readable({
    // Nothing is read ahead: the end is asked for when the last piece was taken over.
    highWaterMark: 1,
    read() {
      if (on.isOver()) return void this.destroy();
      if (at === 0) on.onStart();
      if (at < bytes.length) {
        this.push(bytes.subarray(at, at + PIECE_BYTES));
        at += PIECE_BYTES;
        return;
      }
      void on.ask().then((mayEnd) => mayEnd && this.push(null));
    },
  });
}

/** nodemailer keeps its socket to itself, but has one timeout for before and after the dot. */
function socketOf(connection: SMTPConnection): Pick<Socket, "setTimeout"> | undefined {
  const socket: unknown = Reflect.get(connection, "_socket");
  return isSocket(socket) ? socket : undefined;
}

function isSocket(value: unknown): value is Pick<Socket, "setTimeout"> {
  return typeof value === "object" && value !== null && "setTimeout" in value;
}

/** How far the opening had come, from what nodemailer knows. */
function openingStage(connection: SMTPConnection, failure: SmtpFailure): Stage {
  if (failure.code === "ETLS") return "tls";
  if (failure.message.startsWith("Invalid greeting")) return "greeting";
  const named = stageOf(failure, "connect");
  if (named !== "connect" || connection.stage !== "connected") return named;
  return connection.lastServerResponse ? "ehlo" : "greeting";
}

/** nodemailer says which command was under way; where it cannot, the stage we know stands. */
function stageOf({ command, code }: SmtpFailure, known: Stage): Stage {
  const word = command?.toUpperCase().split(" ")[0] ?? "";
  // Both the answer to the command DATA and the answer to the mail carry that word.
  if (word === "DATA") return code === "EENVELOPE" ? "data" : known;
  return COMMAND_STAGES[word] ?? known;
}

const COMMAND_STAGES: Readonly<Record<string, Stage>> = {
  EHLO: "ehlo",
  HELO: "ehlo",
  STARTTLS: "tls",
  AUTH: "auth",
  MAIL: "mail",
  RCPT: "rcpt",
};

function certainFailure(settings: MailServer, stage: Stage, failure: SmtpFailure): SendOutcome {
  return failure.responseCode
    ? refusal(stage, failure)
    : {
        kind: "not-sent",
        stage,
        problem: networkProblem(failure, settings),
        scope: "connection",
      };
}

function refusal(stage: Stage, failure: SmtpFailure): SendOutcome {
  const code = failure.responseCode ?? 0;
  const text = (failure.response ?? failure.message).replace(/^\d{3}[ -]?/gmu, "");
  return {
    kind: "refused",
    stage,
    code,
    enhanced: enhancedCode(text),
    text,
    scope: classifyAnswer({ stage, code, text }),
  };
}
