import type { Mailer, OutgoingMail, SendOutcome } from "../mail/mailer.ts";
import type { Clock, Instant } from "../shared/clock.ts";

export interface ArrivedMail {
  readonly to: string;
  /** The step's id, in stories. */
  readonly subject: string;
  readonly token: string;
  readonly at: Instant;
}

/** A mail server without a network, that does to each mail what the test says. */
export interface FakeServer {
  /** Every mail that came with its final dot, in order. */
  readonly arrived: readonly ArrivedMail[];
  /** Conversations begun, whatever became of them. */
  readonly attempts: number;
  /** Decides a mail before its intent is asked for: an outcome ends it there. */
  before: (
    mail: Omit<ArrivedMail, "at">,
  ) => SendOutcome | undefined | Promise<SendOutcome | undefined> | Promise<void>;
  /** Once the intent is taken, in place of the dot: the mail does not arrive. */
  atDot: (mail: Omit<ArrivedMail, "at">) => SendOutcome | undefined;
  /** After the dot: an outcome instead of the server's yes. */
  after: (mail: ArrivedMail) => SendOutcome | undefined;
  open(): Mailer;
}

export function createFakeServer(clock: Clock): FakeServer {
  const arrived: ArrivedMail[] = [];
  let attempts = 0;
  const server: FakeServer = {
    arrived,
    get attempts() {
      return attempts;
    },
    before: () => undefined,
    atDot: () => undefined,
    after: () => undefined,
    open: () => ({ send, close: async () => {} }),
  };

  async function send(mail: OutgoingMail): Promise<SendOutcome> {
    attempts += 1;
    const known = { to: mail.envelope.to, ...headersOf(mail.bytes) };
    const early = await server.before(known);
    if (early) return early;
    if (!(await mail.beforeDot())) return { kind: "aborted" };
    const lost = server.atDot(known);
    if (lost) return lost;
    const taken = { ...known, at: clock.wall() };
    arrived.push(taken);
    return server.after(taken) ?? { kind: "accepted", reply: "250 ok" };
  }
  return server;
}

function headersOf(bytes: Uint8Array): { readonly subject: string; readonly token: string } {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString("latin1");
  return {
    subject: /^Subject: (.*)\r?$/mu.exec(head)?.[1] ?? "",
    token: /^X-Dripline-ID: (\S+)/mu.exec(head)?.[1] ?? "",
  };
}

/** Trouble before the dot: the mail certainly did not leave. */
export const notReached: SendOutcome = {
  kind: "not-sent",
  stage: "connect",
  problem: "Nothing listens there.",
  scope: "connection",
};

/** The dot was given and no answer came. */
export const noAnswer: SendOutcome = { kind: "uncertain", problem: "The connection broke." };

export function refusal(
  code: number,
  scope: Extract<SendOutcome, { kind: "refused" }>["scope"],
): SendOutcome {
  return { kind: "refused", stage: "rcpt", code, enhanced: null, text: "no", scope };
}
