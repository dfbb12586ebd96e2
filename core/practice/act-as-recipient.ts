import { CallFailed } from "../contract/failure.ts";
import type { Clock, Random } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import type { WritableDb } from "../storage/db.ts";
import { recordEvent } from "../storage/events.ts";
import { getMessageByToken } from "../storage/messages.ts";
import { readMail } from "./read-mail.ts";

/** What a mail program and a browser say they are. */
const READER = {
  "user-agent":
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
};

export type Act =
  | { readonly kind: "open" }
  | { readonly kind: "click"; readonly n: number }
  | { readonly kind: "unsubscribe" }
  | { readonly kind: "reply"; readonly text: string };

interface Parts {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: typeof globalThis.fetch;
}

/** Does what the mail's recipient would do, over the mail's own links. Returns what happened, in words. */
export async function actAsRecipient(
  parts: Parts,
  mail: { readonly raw: Uint8Array; readonly to: string; readonly token: string | null },
  act: Act,
): Promise<string> {
  const { pixelUrl, links, unsubscribeUrl } = await readMail(mail.raw);
  switch (act.kind) {
    case "open":
      if (pixelUrl === null) return "Opened. This mail is not tracked, so nobody hears of it.";
      await visit(parts, pixelUrl);
      return "Opened.";
    case "click": {
      const link = links[act.n];
      if (!link)
        throw new CallFailed({ code: "not-found", message: "This mail has no such link." });
      if (link.isUnsubscribe)
        return "Went to the page to unsubscribe on. Nobody hears of it until its button is pressed: “Unsubscribe” here does that.";
      if (link.url === link.destination)
        return `Went to ${link.destination}. This link is not tracked, so nobody hears of it.`;
      await visit(parts, link.url);
      return `Went to ${link.destination}.`;
    }
    case "unsubscribe":
      if (unsubscribeUrl === null)
        return "This mail can only be unsubscribed from by an answer, because there is no relay.";
      await visit(parts, unsubscribeUrl, {
        method: "POST",
        body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      });
      return "Unsubscribed.";
    case "reply":
      recordReply(parts, mail, act.text);
      return "Replied.";
  }
}

async function visit(parts: Parts, url: string, init: RequestInit = {}): Promise<void> {
  const answer = await parts.fetch(url, { redirect: "manual", headers: READER, ...init });
  if (answer.status >= 400)
    throw new CallFailed({
      code: "unreachable",
      message: "The relay did not take it. Look at Settings → Relay.",
    });
}

/** The practice inbox is where replies are heard, so it writes them down itself. */
function recordReply(parts: Parts, mail: { readonly token: string | null }, text: string): void {
  const message = mail.token === null ? undefined : getMessageByToken(parts.db, mail.token);
  if (!message?.contactId) return;
  const now = parts.clock.wall();
  recordEvent(parts.db, {
    contactId: message.contactId,
    occurredAt: now,
    receivedAt: now,
    kind: "replied",
    uid: `reply:${makeId(parts.random)}`,
    messageId: message.id,
    state: "new",
    data: { text: text.slice(0, 300) },
  });
}
