import { lookup } from "node:dns/promises";
import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { networkProblem, type MailServer } from "./network-problem.ts";
import { signIn } from "./sign-in.ts";
import { createSmtpDialogue, said, shortened, type SmtpDialogue } from "./smtp-dialogue.ts";
import { StageFailed } from "./stage-failed.ts";

export interface AccountToCheck extends MailServer {
  readonly user: string | null;
  readonly password: string | null;
  readonly fromAddress: string;
}

export interface CheckLine {
  readonly name: string;
  readonly isOk: boolean;
  /** What was found, or what to do. */
  readonly text: string;
}

/** What a stage found out, in words and for the next stages. */
interface Found<T> {
  readonly text: string;
  readonly value: T;
}

/** Silence after which a server is given up, ms. */
const TIMEOUT_MS = 15_000;
const EHLO = "EHLO [127.0.0.1]";

/**
 * Walks towards sending, stage by stage, and stops at the first that fails, in words that say what to do. It
 * sends no mail: the conversation ends after the server has heard who the sender would be.
 */
export async function checkAccount(
  account: AccountToCheck,
  timeoutMs: number = TIMEOUT_MS,
): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  const opened: Socket[] = [];

  async function stage<T>(name: string, run: () => Promise<Found<T>>): Promise<T> {
    try {
      const { text, value } = await run();
      lines.push({ name, isOk: true, text });
      return value;
    } catch (error) {
      const text = error instanceof StageFailed ? error.message : networkProblem(error, account);
      lines.push({ name, isOk: false, text });
      throw new StageFailed(text);
    }
  }

  async function walk(): Promise<void> {
    const address = await stage("Find the server", () => resolve(account.host));
    let socket = await stage("Connect", () => connect(account, address, timeoutMs));
    opened.push(socket);
    if (account.security === "tls") {
      const plain = socket;
      socket = await stage("Secure the connection", () => secure(account, plain, timeoutMs));
      opened.push(socket);
    }
    let dialogue = createSmtpDialogue(socket);
    let offers = await stage("Greet", () => greet(dialogue));
    if (account.security === "starttls") {
      const plain = { socket, dialogue, offers };
      socket = await stage("Secure the connection", () => startTls(account, plain, timeoutMs));
      opened.push(socket);
      dialogue = createSmtpDialogue(socket);
      // What was offered in the open counts no more (RFC 3207 §4.2).
      offers = await stage("Greet again", () => greetAgain(dialogue));
    }
    if (account.user !== null) await stage("Sign in", () => signIn(account, dialogue, offers));
    await stage("Be accepted as sender", () => askForSender(account, dialogue));
    socket.end("RSET\r\nQUIT\r\n");
  }

  try {
    await walk();
  } catch (error) {
    // The stage that failed has its line.
    if (!(error instanceof StageFailed)) throw error;
  } finally {
    for (const socket of opened) {
      socket.on("error", () => undefined);
      // A good-bye still has to leave; after a failure there is nobody to say it to.
      if (lines.every(({ isOk }) => isOk)) socket.destroySoon();
      else socket.destroy();
    }
  }
  return lines;
}

async function resolve(host: string): Promise<Found<string>> {
  if (isIP(host)) return { text: `${host} is an address already.`, value: host };
  const { address } = await lookup(host);
  return { text: `${host} is at ${address}.`, value: address };
}

function connect(
  account: AccountToCheck,
  address: string,
  timeoutMs: number,
): Promise<Found<Socket>> {
  const socket = connectPlain({ host: address, port: account.port });
  socket.setTimeout(timeoutMs);
  return new Promise((done, fail) => {
    socket.once("error", fail);
    socket.once("timeout", () => socket.destroy(new Error("did not answer in time")));
    socket.once("connect", () => {
      socket.removeAllListeners("error").removeAllListeners("timeout");
      done({ text: `The server answers on port ${account.port}.`, value: socket });
    });
  });
}

function secure(account: AccountToCheck, plain: Socket, timeoutMs: number): Promise<Found<Socket>> {
  return new Promise((done, fail) => {
    const socket = connectTls({
      socket: plain,
      minVersion: "TLSv1.2",
      ...(isIP(account.host) ? {} : { servername: account.host }),
    });
    socket.setTimeout(timeoutMs);
    socket.once("error", fail);
    socket.once("timeout", () => socket.destroy(new Error("did not answer in time")));
    socket.once("close", () => fail(new Error("closed the connection")));
    socket.once("secureConnect", () => {
      socket.removeAllListeners("error").removeAllListeners("timeout").removeAllListeners("close");
      const version = socket.getProtocol()?.replace("TLSv", "TLS ") ?? "TLS";
      done({ text: `The connection is private (${version}).`, value: socket });
    });
  });
}

/** What the server offers, as its answer to EHLO. */
async function greet(dialogue: SmtpDialogue): Promise<Found<string>> {
  const greeting = await dialogue.read();
  if (greeting.code !== 220)
    throw new StageFailed(`The server does not want to talk now. It said ${said(greeting)}`);
  const reply = await dialogue.ask(EHLO);
  if (reply.code !== 250)
    throw new StageFailed(`The server refused our greeting. It said ${said(reply)}`);
  return { text: `It says “${shortened(greeting.text)}”.`, value: reply.text };
}

async function greetAgain(dialogue: SmtpDialogue): Promise<Found<string>> {
  const reply = await dialogue.ask(EHLO);
  if (reply.code !== 250)
    throw new StageFailed(`The server refused our greeting. It said ${said(reply)}`);
  return { text: "The server goes on in private.", value: reply.text };
}

async function startTls(
  account: AccountToCheck,
  plain: { readonly socket: Socket; readonly dialogue: SmtpDialogue; readonly offers: string },
  timeoutMs: number,
): Promise<Found<Socket>> {
  if (!/^STARTTLS\b/imu.test(plain.offers))
    throw new StageFailed(
      "The server offers no STARTTLS on this port. Choose TLS with port 465, or ask your provider.",
    );
  const reply = await plain.dialogue.ask("STARTTLS");
  if (reply.code !== 220)
    throw new StageFailed(`The server refused STARTTLS. It said ${said(reply)}`);
  plain.socket.removeAllListeners("data");
  return secure(account, plain.socket, timeoutMs);
}

async function askForSender(
  { fromAddress, user }: AccountToCheck,
  dialogue: SmtpDialogue,
): Promise<Found<undefined>> {
  const reply = await dialogue.ask(`MAIL FROM:<${fromAddress}>`);
  if (reply.code === 250) return { text: `${fromAddress} may send.`, value: undefined };
  if (reply.code === 530 && user === null)
    throw new StageFailed(
      `The server wants you to sign in first: enter user and password. It said ${said(reply)}`,
    );
  if (reply.code < 500)
    throw new StageFailed(`The server takes no mail just now. It said ${said(reply)}`);
  throw new StageFailed(
    `The server does not let ${fromAddress} send. Use the address of this mailbox, or add it there as an alias. It said ${said(reply)}`,
  );
}
