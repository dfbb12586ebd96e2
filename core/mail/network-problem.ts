export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
}

type Sentence = (server: MailServer, message: string) => string;

/** By Node's and OpenSSL's error codes and texts; the first that matches speaks. */
const SENTENCES: readonly (readonly [RegExp, Sentence])[] = [
  [
    /ENOTFOUND|EAI_NONAME|ENODATA/u,
    ({ host }) => `There is no mail server named ${host}. Check its name.`,
  ],
  [
    /ECONNREFUSED/u,
    ({ host, port }) =>
      `${host} refuses connections on port ${port}. Check the port: 465 for TLS, 587 for STARTTLS.`,
  ],
  [
    /ENETUNREACH|EHOSTUNREACH|ENETDOWN/u,
    ({ host }) => `${host} cannot be reached. Check the internet connection.`,
  ],
  [
    /CERT_HAS_EXPIRED|certificate has expired/u,
    ({ host }) => `The certificate of ${host} has expired. Its owner has to renew it.`,
  ],
  [
    /ERR_TLS_CERT_ALTNAME|altnames/u,
    ({ host }) =>
      `The certificate belongs to another name than ${host}. Use the server name your provider gives.`,
  ],
  [
    /SELF_SIGNED|self-signed|UNABLE_TO_|unable to (?:get|verify)/u,
    ({ host }) =>
      `The certificate of ${host} was not issued by an authority this computer trusts, so nobody can tell whether it is the right server.`,
  ],
  [
    /WRONG_VERSION_NUMBER|wrong version number|packet length too long/u,
    ({ host, port, security }) =>
      security === "tls"
        ? `${host} does not begin with TLS on port ${port}. Choose STARTTLS, or port 465.`
        : `${host} could not secure the connection on port ${port}.`,
  ],
  [
    /ETLS|ERR_SSL|EPROTO\b|SSL routines/u,
    ({ host }, message) =>
      `No secure connection could be made with ${host}: ${message.replace(/\.$/u, "")}.`,
  ],
  [
    /EDNS|EAI_AGAIN|ESERVFAIL|EREFUSED/u,
    ({ host }) => `The name ${host} could not be looked up. Check the internet connection.`,
  ],
  [
    /ETIMEDOUT|did not answer in time/u,
    ({ host, port, security }) =>
      `${host} did not answer in time on port ${port}. ${
        security === "tls" ? "Check the port" : "If this port wants TLS from the start, choose TLS"
      }; a firewall may also be in the way.`,
  ],
  [
    /ECONNRESET|EPIPE|ECONNECTION|ECONNABORTED|ESOCKET|closed the connection/u,
    ({ host }) => `${host} closed the connection.`,
  ],
];

/** What went wrong between here and a mail server, and what to do, as a sentence. */
export function networkProblem(error: unknown, server: MailServer): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = `${wordOf(error, "originalCode")} ${wordOf(error, "code")} ${message}`;
  const sentence = SENTENCES.find(([pattern]) => pattern.test(known))?.[1];
  return sentence ? sentence(server, message) : `${server.host}: ${message.replace(/\.$/u, "")}.`;
}

function wordOf(error: unknown, key: string): string {
  const value: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === "string" ? value : "";
}
