import { createServer, type AddressInfo, type Socket } from "node:net";
import { must } from "../shared/assert.ts";
import type { Stage } from "./mailer.ts";

/** What a server does at a stage instead of its duty: a line to say, or a way to fall silent. */
export type Misdeed = string | "FIN" | "RST" | "stall";

export interface ScriptedServer {
  readonly port: number;
  /** Whole mails only: those whose final dot arrived and was answered or left without an answer. */
  readonly mails: ReceivedMail[];
  /** Every line that was said to the server, without bodies. */
  readonly lines: string[];
  connections(): number;
  close(): Promise<void>;
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  /** As on the wire: dots still stuffed, without the final one. */
  readonly body: string;
}

export interface Script {
  /** Asked at each stage; `nth` counts that stage from 1 over all connections. */
  readonly misbehave?: (stage: Stage, nth: number) => Misdeed | undefined;
  readonly offers?: readonly string[];
}

/** A mail server for tests that does what it is told, on a real socket. */
export function startScriptedServer(script: Script = {}): Promise<ScriptedServer> {
  const sockets = new Set<Socket>();
  const mails: ReceivedMail[] = [];
  const lines: string[] = [];
  const seen = new Map<Stage, number>();
  let connections = 0;

  /** True where the script has taken over. */
  function misbehaves(socket: Socket, stage: Stage): boolean {
    const nth = (seen.get(stage) ?? 0) + 1;
    seen.set(stage, nth);
    const misdeed = script.misbehave?.(stage, nth);
    if (misdeed === undefined) return false;
    if (misdeed === "FIN") socket.end();
    else if (misdeed === "RST") socket.resetAndDestroy();
    else if (misdeed === "stall") socket.pause();
    else {
      socket.write(`${misdeed}\r\n`);
      if (misdeed.startsWith("421")) socket.end();
    }
    return true;
  }

  function converse(socket: Socket): void {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    let text = "";
    let from = "";
    let to = "";
    let inBody: "no" | "yes" | "spoilt" = "no";
    let body: string[] = [];

    function takeLine(line: string): void {
      lines.push(line);
      const verb = line.slice(0, 4).toUpperCase();
      const stage = STAGES[verb];
      if (stage && misbehaves(socket, stage)) return;
      if (verb === "EHLO") {
        const offers = ["scripted", ...(script.offers ?? [])];
        socket.write(
          offers
            .map((offer, i) => `250${i === offers.length - 1 ? " " : "-"}${offer}\r\n`)
            .join(""),
        );
      } else if (verb === "AUTH") socket.write("235 2.7.0 welcome\r\n");
      else if (verb === "MAIL") {
        from = addressIn(line);
        to = "";
        socket.write("250 ok\r\n");
      } else if (verb === "RCPT") {
        to = addressIn(line);
        socket.write("250 ok\r\n");
      } else if (verb === "DATA" && to === "") socket.write("503 5.5.1 no recipient\r\n");
      else if (verb === "DATA") {
        inBody = "yes";
        body = [];
        socket.write("354 go on\r\n");
      } else if (verb === "QUIT") socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    }

    function takeBody(): boolean {
      if (inBody === "yes" && text.length > 0 && misbehaves(socket, "body")) inBody = "spoilt";
      // The text is cut as it comes: a search from the beginning each time would be quadratic.
      const end = text.indexOf("\r\n.\r\n");
      const kept = end < 0 ? Math.max(0, text.length - 4) : end;
      body.push(text.slice(0, kept));
      text = text.slice(kept);
      if (end < 0) return false;
      text = text.slice(5);
      const wasSpoilt = inBody === "spoilt";
      inBody = "no";
      if (wasSpoilt) return true;
      mails.push({ from, to, body: body.join("") });
      if (!misbehaves(socket, "dot")) socket.write("250 2.0.0 taken\r\n");
      return true;
    }

    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
      for (;;) {
        if (inBody !== "no") {
          if (!takeBody()) return;
          continue;
        }
        const end = text.indexOf("\r\n");
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        takeLine(line);
      }
    });
    if (!misbehaves(socket, "greeting")) socket.write("220 scripted\r\n");
  }

  const server = createServer(converse);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = must(server.address() as AddressInfo | null);
      resolve({
        port: address.port,
        mails,
        lines,
        connections: () => connections,
        close: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => done());
          }),
      });
    });
  });
}

const STAGES: Readonly<Record<string, Stage>> = {
  EHLO: "ehlo",
  HELO: "ehlo",
  STAR: "tls",
  AUTH: "auth",
  MAIL: "mail",
  RCPT: "rcpt",
  DATA: "data",
};

function addressIn(line: string): string {
  return /<([^>]*)>/u.exec(line)?.[1] ?? "";
}
