import type { Mailer, SendOutcome } from "./mailer.ts";
import { openLine, type SmtpLine, type SmtpSettings } from "./smtp-line.ts";

/** Some providers close a connection after 100 messages; we leave before they do. */
const MAILS_PER_LINE = 100;

interface PooledLine {
  readonly line: SmtpLine;
  sent: number;
}

/** A mailer over a few long-lived connections, never more than `maxConnections` at once. */
export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const idle: PooledLine[] = [];
  const open = new Set<SmtpLine>();
  const waiting: (() => void)[] = [];
  let places = Math.max(1, settings.maxConnections);
  let isClosed = false;

  async function takePlace(): Promise<void> {
    if (places > 0) places -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function leavePlace(): void {
    const next = waiting.shift();
    if (next) next();
    else places += 1;
  }

  async function fresh(): Promise<PooledLine | SendOutcome> {
    const line = await openLine(settings);
    if ("kind" in line) return line;
    if (isClosed) {
      line.close();
      return closedOutcome;
    }
    open.add(line);
    return { line, sent: 0 };
  }
  async function take(): Promise<PooledLine | SendOutcome> {
    for (let known = idle.pop(); known; known = idle.pop()) {
      if (!known.line.isBroken()) return known;
      open.delete(known.line);
    }
    return fresh();
  }
  function giveBack(pooled: PooledLine): void {
    const { line } = pooled;
    if (!line.isBroken() && !isClosed && pooled.sent < MAILS_PER_LINE)
      return void idle.push(pooled);
    open.delete(line);
    if (!line.isBroken()) line.quit();
  }

  return {
    async send(mail) {
      await takePlace();
      try {
        if (isClosed) return closedOutcome;
        const first = await take();
        if ("kind" in first) return first;
        const isReused = first.sent > 0;
        first.sent += 1;
        const outcome = await first.line.send(mail);
        giveBack(first);
        if (!isReused || !hadLeft(outcome)) return outcome;
        const second = await fresh();
        if ("kind" in second) return second;
        second.sent += 1;
        const again = await second.line.send(mail);
        giveBack(second);
        return again;
      } finally {
        leavePlace();
      }
    },
    async close() {
      isClosed = true;
      for (const line of open) line.close();
      open.clear();
      idle.length = 0;
    },
  };
}

/** The server had ended a connection that was idle; nothing of the mail was said, so a fresh one may try. */
function hadLeft(outcome: SendOutcome): boolean {
  return (
    (outcome.kind === "not-sent" && outcome.stage === "mail") ||
    (outcome.kind === "refused" && outcome.stage === "mail" && outcome.code === 421)
  );
}

const closedOutcome: SendOutcome = {
  kind: "not-sent",
  stage: "connect",
  problem: "Sending was stopped.",
  scope: "connection",
};
