import type { EmailContent } from "../domain/email-content.ts";
import type { EmailStep } from "../domain/campaign.ts";
import { must } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";
import { compileEmail, type CompiledEmail } from "../mail/compile-email.ts";
import { composeMessage } from "../mail/compose-message.ts";
import { renderEmail, type MergeValues } from "../mail/render-email.ts";
import type { AccountRow } from "../storage/accounts.ts";
import { getContent, getDraftContent, getPublishedRev } from "../storage/campaigns.ts";
import type { ReadableDb } from "../storage/db.ts";
import type { MessageRow } from "../storage/messages.ts";
import type { Recipient } from "../storage/recipients.ts";
import { getBusiness, getTracking } from "../storage/settings.ts";
import { isTrackable } from "./is-trackable.ts";
import { signToken, type RelayKeys } from "../tracking/token.ts";

export interface ComposedMail {
  readonly messageId: number;
  readonly to: string;
  readonly subject: string;
  readonly bytes: () => Promise<Buffer>;
  readonly contentRev: number;
  readonly contentHash: string;
  readonly isTracked: boolean;
}

/** The relay that a mail's links lead through. */
export interface LinkRelay {
  readonly url: string;
  readonly keys: RelayKeys;
}

/** Compiled e-mails by their hash; published content never changes under a hash. */
const compiledByHash = new Map<string, CompiledEmail>();
const COMPILED_KEPT = 200;

export function compiledOf(hash: string, content: EmailContent): CompiledEmail {
  const known = compiledByHash.get(hash);
  if (known) return known;
  const compiled = compileEmail(content);
  compiledByHash.set(hash, compiled);
  if (compiledByHash.size > COMPILED_KEPT) {
    const oldest = compiledByHash.keys().next();
    if (!oldest.done) compiledByHash.delete(oldest.value);
  }
  return compiled;
}

/** What an email step sends: its own content, or another step's under its own subject. */
export function contentToSend(
  db: ReadableDb,
  campaignId: string,
  step: Pick<EmailStep, "id" | "resendOf">,
  which: "published" | "draft",
): { readonly content: EmailContent; readonly rev: number; readonly hash: string } | undefined {
  function newest(
    stepId: string,
  ): { content: EmailContent; rev: number; hash: string } | undefined {
    if (which === "draft") return getDraftContent(db, campaignId, stepId);
    const published = getPublishedRev(db, campaignId, stepId);
    return published && getContent(db, campaignId, stepId, published.rev);
  }
  const own = newest(step.id);
  if (step.resendOf === null) return own;
  const original = newest(step.resendOf);
  if (!original) return undefined;
  const subject = own?.content.subject || original.content.subject;
  const preheader = own?.content.preheader || original.content.preheader;
  return {
    content: { ...original.content, subject, preheader },
    rev: original.rev,
    hash: `${original.hash}+${own?.hash ?? ""}`,
  };
}

/** What merge tags may stand for, of one contact. */
export function mergeValues(
  db: ReadableDb,
  contact: Recipient,
  unsubscribeUrl: string | null,
): MergeValues {
  const business = getBusiness(db);
  const stage =
    contact.stageId === null
      ? undefined
      : db.get<{ name: string }>("SELECT name FROM stage WHERE id = ?", [contact.stageId]);
  const known = {
    ...contact.fields,
    address: contact.address,
    first_name: contact.firstName,
    last_name: contact.lastName,
    stage: stage?.name,
  };
  return {
    contact: Object.fromEntries(
      Object.entries(known).filter(
        ([, value]) => value !== null && value !== undefined && value !== "",
      ),
    ),
    event: {},
    business: { name: business.name, address: business.postalAddress.replace(/\s*\n\s*/gu, ", ") },
    unsubscribeUrl,
  };
}

/** Whether this person's opens and clicks may be heard, by the owner's and the person's own choice. */
export function mayTrack(
  db: ReadableDb,
  contact: Recipient,
  account: AccountRow,
  planTracking: "on" | "off",
): boolean {
  if (planTracking === "off" || account.isTracking === 0) return false;
  return isTrackable(getTracking(db), contact.trackingConsent);
}

/** Fills an email in for one contact and makes its bytes ready; a problem is a sentence for the owner. */
export function composeFor(
  db: ReadableDb,
  input: {
    readonly message: Pick<MessageRow, "id" | "token">;
    readonly contact: Recipient;
    readonly account: AccountRow;
    readonly content: {
      readonly content: EmailContent;
      readonly rev: number;
      readonly hash: string;
    };
    readonly isTracked: boolean;
    readonly relay: LinkRelay | null;
    readonly subjectPrefix?: string;
  },
  now: Instant,
): ComposedMail | { readonly problem: string } {
  const { message, contact, account, content, relay, isTracked } = input;
  const to = must(contact.address);
  const token = message.token;
  const payload = { s: token, t: Math.floor(now / 1000) };
  const mailto = `mailto:${account.fromAddress}?subject=unsubscribe%20${token}`;
  const unsubscribe = relay
    ? `${relay.url}/u/${signToken(relay.keys.signing, "u", payload)}`
    : null;
  const rendered = renderEmail(compiledOf(content.hash, content.content), {
    values: mergeValues(db, contact, unsubscribe ?? mailto),
    trackLink: ({ linkId, url }) =>
      isTracked && relay && /^https?:\/\//iu.test(url)
        ? `${relay.url}/c/${signToken(relay.keys.signing, "c", { ...payload, l: linkId, u: url })}`
        : url,
    pixelUrl:
      isTracked && relay
        ? `${relay.url}/o/${signToken(relay.keys.signing, "o", payload)}.gif`
        : null,
  });
  if ("problem" in rendered)
    return { problem: `“${content.content.subject}” was not sent to ${to}: ${rendered.problem}` };
  const subject = `${input.subjectPrefix ?? ""}${rendered.subject}`;
  const domain = account.fromAddress.split("@").at(-1) ?? "localhost";
  return {
    messageId: message.id,
    to,
    subject,
    contentRev: content.rev,
    contentHash: content.hash,
    isTracked: isTracked && relay !== null,
    bytes: () =>
      composeMessage({
        from: { name: account.fromName, address: account.fromAddress },
        to: { name: [contact.firstName, contact.lastName].filter(Boolean).join(" "), address: to },
        replyTo: account.replyTo,
        subject,
        html: rendered.html,
        text: rendered.text,
        messageId: `${token}@${domain}`,
        token,
        listUnsubscribe: {
          https:
            unsubscribe?.startsWith("https:") || unsubscribe?.startsWith("http:")
              ? unsubscribe
              : null,
          mailto,
        },
        date: new Date(now),
      }),
  };
}
