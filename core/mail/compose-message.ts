import MailComposer from "nodemailer/lib/mail-composer";

export interface MessageParts {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Without the angle brackets. */
  readonly messageId: string;
  readonly token: string;
  readonly listUnsubscribe: { readonly https: string | null; readonly mailto: string };
  readonly date: Date;
}

/**
 * The bytes of one e-mail to one recipient, as RFC 5322 with multipart/alternative. One List-Unsubscribe
 * field (RFC 2369), and List-Unsubscribe-Post (RFC 8058) where there is an HTTPS address to post to.
 */
export async function composeMessage(parts: MessageParts): Promise<Buffer> {
  const { https, mailto } = parts.listUnsubscribe;
  const list = [...(https === null ? [] : [https]), mailto].map((url) => `<${url}>`).join(", ");
  const composer = new MailComposer({
    // Objects, never strings: nodemailer parses strings, so a comma or a line break would make recipients.
    from: { name: oneLine(parts.from.name), address: parts.from.address },
    to: { name: oneLine(parts.to.name), address: parts.to.address },
    ...(parts.replyTo === null ? {} : { replyTo: { name: "", address: parts.replyTo } }),
    subject: oneLine(parts.subject),
    text: parts.text,
    html: parts.html,
    messageId: `<${parts.messageId}>`,
    date: parts.date,
    headers: [
      // Prepared: one line, because some relays break the signature of a folded one.
      { key: "List-Unsubscribe", value: { prepared: true, value: list } as unknown as string },
      ...(https === null
        ? []
        : [{ key: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" }]),
      { key: "X-Dripline-ID", value: parts.token },
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001F\u007F\u2028\u2029]+/gu, " ").trim();
}
