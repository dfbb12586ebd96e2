import type { OutgoingMail, SendOutcome } from "./mailer.ts";

/** What the server said of itself at the greeting; nodemailer keeps it under these names. */
interface ServerOffers {
  readonly _supportedExtensions?: readonly string[];
  readonly _maxAllowedSize?: number;
}

/**
 * What this server would have to refuse, refused here in its own codes, without a word to it: nodemailer
 * would send a non-ASCII address to a server that cannot read it (RFC 6531 §3.2), and takes these for
 * trouble of the connection.
 */
export function envelopeRefusal(
  { envelope, bytes }: OutgoingMail,
  server: object,
): SendOutcome | undefined {
  const { _supportedExtensions: extensions = [], _maxAllowedSize: most = 0 }: ServerOffers = server;
  for (const address of [envelope.from, envelope.to]) {
    // oxlint-disable-next-line no-control-regex
    if (!/^[^\u0000-\u0020<>\u007F]+@[^\u0000-\u0020<>@\u007F]+$/u.test(address))
      return refused("rcpt", 553, "5.1.3", `This is not an address: ${JSON.stringify(address)}`);
    // oxlint-disable-next-line no-control-regex
    if (/[^\u0000-\u007F]/u.test(address) && !extensions.includes("SMTPUTF8"))
      return refused(
        "rcpt",
        553,
        "5.6.7",
        `Your mail server cannot write to ${address}: it knows only plain letters in addresses`,
      );
  }
  if (most > 0 && bytes.length > most)
    return refused(
      "mail",
      552,
      "5.3.4",
      `The mail has ${bytes.length} bytes, and your mail server takes ${most}`,
      "content",
    );
  return undefined;
}

function refused(
  stage: "rcpt" | "mail",
  code: number,
  enhanced: string,
  text: string,
  scope: "recipient-soft" | "content" = "recipient-soft",
): SendOutcome {
  return { kind: "refused", stage, code, enhanced, text: `${enhanced} ${text}`, scope };
}
