import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface CapturedMail {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** What the server says instead of yes. */
export interface SmtpRefusal {
  readonly code: number;
  readonly text: string;
}

export interface SmtpSink {
  readonly port: number;
  close(): Promise<void>;
}

export interface SinkOptions {
  /** Called before the mail is answered with 250. */
  readonly onMail: (mail: CapturedMail) => void | Promise<void>;
  /** A refusal for this recipient, at RCPT. */
  readonly refuse?: (to: string) => SmtpRefusal | undefined;
  readonly port?: number;
}

/** A mail server on this computer alone that really speaks SMTP and keeps every mail to itself. */
export function startSmtpSink(options: SinkOptions): Promise<SmtpSink> {
  const settings: SMTPServerOptions = {
    name: "practice.dripline.invalid",
    banner: "Dripline practice",
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    size: 30 * 1024 * 1024,
    closeTimeout: 100,
    onRcptTo(address, _session, done) {
      const refusal = options.refuse?.(address.address);
      done(refusal && answer(refusal));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address;
        const to = session.envelope.rcptTo[0]?.address ?? "";
        Promise.resolve(options.onMail({ from, to, bytes: Buffer.concat(chunks) })).then(
          () => done(),
          () => done(answer({ code: 451, text: "4.3.0 the mail could not be kept" })),
        );
      });
    },
  };
  const server = new SMTPServer(settings);
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", () => {
      // From here on an error belongs to one connection; its sender hears of it.
      server.off("error", reject);
      server.on("error", () => undefined);
      const { port } = server.server.address() as AddressInfo;
      resolve({ port, close: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

function answer({ code, text }: SmtpRefusal): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
