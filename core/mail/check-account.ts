import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpSettings } from "./smtp.ts";

export interface CheckLine {
  readonly name: string;
  readonly isOk: boolean;
  readonly text: string;
}

const TIMEOUT_MS = 15_000;

/** Tries a mail server stage by stage, up to the sign-in. Sends nothing. The last line says where it stopped. */
export async function checkAccount(
  settings: Omit<SmtpSettings, "maxConnections">,
): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  const ok = (name: string, text: string): void => void lines.push({ name, isOk: true, text });
  const bad = (name: string, text: string): CheckLine[] => [...lines, { name, isOk: false, text }];
  if (isIP(settings.host) === 0) {
    try {
      await lookup(settings.host);
    } catch {
      return bad(
        "Name",
        `There is no server named ${settings.host}. Check the spelling, and that this computer is online.`,
      );
    }
  }
  ok("Name", `${settings.host} was found.`);

  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.security === "tls",
    requireTLS: settings.security === "starttls",
    ignoreTLS: settings.security === "none",
    connectionTimeout: settings.timeoutMs ?? TIMEOUT_MS,
    greetingTimeout: settings.timeoutMs ?? TIMEOUT_MS,
    socketTimeout: settings.timeoutMs ?? TIMEOUT_MS,
    socketCloseTimeout: 0,
    tls: { minVersion: "TLSv1.2" },
  });
  try {
    const connectError = await step((done) => {
      connection.once("error", done);
      connection.once("end", () => done(new Error("closed")));
      connection.connect(done);
    });
    if (connectError) return bad("Connection", connectSentence(connectError, settings));
    ok(
      "Connection",
      settings.security === "none" ? "Connected, without encryption." : "Connected and encrypted.",
    );
    if (settings.user === null) {
      ok("Sign-in", "Signing in was not asked for.");
      return lines;
    }
    const loginError = await step((done) => {
      connection.once("error", done);
      connection.login({ user: settings.user ?? "", pass: settings.password ?? "" }, done);
    });
    if (loginError) return bad("Sign-in", loginSentence(loginError));
    ok("Sign-in", "The server accepted user and password.");
    return lines;
  } finally {
    connection.removeAllListeners("error");
    connection.on("error", () => undefined);
    connection.close();
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

function step(start: (done: (error?: unknown) => void) => void): Promise<SmtpError | undefined> {
  return new Promise((resolve) => {
    start((error) => resolve(error ? (error as SmtpError) : undefined));
  });
}

function connectSentence(
  error: SmtpError,
  { host, port, security }: Omit<SmtpSettings, "maxConnections">,
): string {
  if (error.responseCode)
    return `The server turned us away: “${error.response ?? error.message}”. Try again later, or ask your provider.`;
  const text = `${error.code ?? ""} ${error.message}`;
  if (/ECONNREFUSED/u.test(text))
    return `${host} does not take mail on port ${port}. The usual ports are 465 (TLS) and 587 (STARTTLS).`;
  if (/self.signed|unable to verify|certificate|altnames/iu.test(text))
    return `The server's certificate is not valid for ${host}. Check the server's name with your provider.`;
  if (/wrong version number|packet length|ssl3|tlsv1/iu.test(text))
    return `Port ${port} does not speak ${security === "tls" ? "TLS from the start; choose STARTTLS, or port 465" : "STARTTLS; choose TLS, or port 587"}.`;
  if (/ETLS|STARTTLS/u.test(text))
    return "The server offers no encryption (STARTTLS) here. Choose TLS with port 465, or ask your provider.";
  if (/ETIMEDOUT|timeout/iu.test(text))
    return `The server did not answer in time. Check the port (${port}), and that no firewall blocks it.`;
  return `The connection was lost before the server said hello (${error.message}). Check name and port.`;
}

function loginSentence(error: SmtpError): string {
  const response = error.response ?? error.message;
  if (/application-specific|5\.7\.9/iu.test(response))
    return "The provider wants an app password instead of your own one. Make one in your account's security settings.";
  if (/disabled|basic authentication|5\.7\.139|5\.7\.30/iu.test(response))
    return `The provider has switched off signing in by password: “${response}”.`;
  if (/too many/iu.test(response))
    return "There were too many sign-ins lately. Wait a quarter of an hour, then try again.";
  if (error.code === "EAUTH" || error.responseCode === 535)
    return `The server did not accept user and password: “${response}”. Many providers want an app password here.`;
  return `Signing in failed: “${response}”.`;
}
