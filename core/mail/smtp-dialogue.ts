import type { Socket } from "node:net";

/** One answer of a server: its code, and its lines without the code, joined by line breaks. */
export interface SmtpReply {
  readonly code: number;
  readonly text: string;
}

/** A conversation by hand, for asking a server about itself. Mail goes through `smtp.ts`. */
export interface SmtpDialogue {
  /** The next answer. Throws where the connection is lost, is silent for too long, or speaks no SMTP. */
  read(): Promise<SmtpReply>;
  /** Says one line and reads the answer. */
  ask(line: string): Promise<SmtpReply>;
}

const LONGEST_REPLY = 64 * 1024;

/** The socket's own timeout is the limit of each silence. */
export function createSmtpDialogue(socket: Socket): SmtpDialogue {
  const replies: SmtpReply[] = [];
  let waiting: { resolve(reply: SmtpReply): void; reject(error: Error): void } | undefined;
  let failure: Error | undefined;
  let rest = "";
  let lines: string[] = [];

  function fail(error: Error): void {
    failure ??= error;
    waiting?.reject(failure);
    waiting = undefined;
  }
  function take(reply: SmtpReply): void {
    if (!waiting) return void replies.push(reply);
    waiting.resolve(reply);
    waiting = undefined;
  }
  function takeLine(line: string): void {
    const match = /^(\d{3})(?:([ -])(.*))?$/u.exec(line);
    if (!match) return fail(new Error(`it said “${line.slice(0, 200)}”, which is not SMTP`));
    lines.push(match[3] ?? "");
    if (match[2] === "-") return;
    const text = lines.join("\n");
    lines = [];
    take({ code: Number(match[1]), text });
  }
  function takeText(chunk: Buffer): void {
    const parts = (rest + chunk.toString("utf8")).split(/\r?\n/u);
    rest = parts.pop() ?? "";
    for (const line of parts) takeLine(line);
    if (rest.length + lines.length > LONGEST_REPLY) fail(new Error("its answer has no end"));
  }

  socket.on("data", takeText);
  socket.on("error", fail);
  socket.on("timeout", () => fail(new Error("it did not answer in time")));
  socket.on("close", () => fail(new Error("it closed the connection")));

  function read(): Promise<SmtpReply> {
    const ready = replies.shift();
    if (ready) return Promise.resolve(ready);
    if (failure) return Promise.reject(failure);
    return new Promise((resolve, reject) => {
      waiting = { resolve, reject };
    });
  }
  return {
    read,
    ask(line) {
      if (!failure) socket.write(`${line}\r\n`);
      return read();
    },
  };
}

/** What the server said, quoted, as the end of a sentence. */
export function said({ code, text }: SmtpReply): string {
  return `“${code} ${shortened(text)}”.`;
}

/** A server's words on one line of bounded length. */
export function shortened(text: string): string {
  return text.replace(/\s+/gu, " ").trim().slice(0, 300);
}
