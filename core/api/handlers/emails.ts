import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { findStep } from "../../domain/campaign.ts";
import { parseAddress } from "../../domain/contact.ts";
import { emailProblems, emptyContent, type EmailContent } from "../../domain/email-content.ts";
import { requireCampaign } from "../../engine/campaign-life.ts";
import {
  composeFor,
  contentToSend,
  mergeValues,
  type LinkRelay,
} from "../../engine/compose-mail.ts";
import { contentHash } from "../../engine/copy-campaign.ts";
import { relayKeysOf } from "../../engine/hear.ts";
import { tokenOf } from "../../engine/message-identity.ts";
import { compileEmail } from "../../mail/compile-email.ts";
import { renderEmail } from "../../mail/render-email.ts";
import { createSmtpMailer } from "../../mail/smtp.ts";
import { must } from "../../shared/assert.ts";
import { makeId } from "../../shared/id.ts";
import { getDefaultAccount } from "../../storage/accounts.ts";
import { getDraftContent, saveDraftContent } from "../../storage/campaigns.ts";
import { contactIdOf } from "../../storage/contacts.ts";
import { listFields } from "../../storage/fields.ts";
import {
  addMessage,
  markIntent,
  markNotSent,
  markSent,
  markUncertain,
} from "../../storage/messages.ts";
import { getRecipient, type Recipient } from "../../storage/recipients.ts";
import { getSource } from "../../storage/sources.ts";
import type { AppParts } from "../app-parts.ts";

/** Who an email is shown to while no contact is chosen. */
const MADE_UP: Recipient = {
  id: 0,
  uid: "",
  address: "ana@example.com",
  firstName: "Ana",
  lastName: "Example",
  zone: null,
  status: "subscribed",
  stageId: null,
  snoozedUntil: null,
  trackingConsent: 1,
  fields: {},
};

export function emailsHandlers(parts: AppParts): AreaHandlers<"emails"> {
  const { db, clock, changes } = parts;

  function problemsOf(content: EmailContent, stepId: string | null) {
    const fieldKeys = new Set(listFields(db).map((field) => field.key));
    return emailProblems(content, { fieldKeys }).map((problem) => ({ ...problem, stepId }));
  }
  function recipientOf(contactId: string | null): Recipient {
    const inner = contactId === null ? undefined : contactIdOf(db, contactId);
    return (inner === undefined ? undefined : getRecipient(db, inner)) ?? MADE_UP;
  }

  return {
    get({ campaignId, stepId }) {
      requireCampaign(parts, campaignId);
      const draft = getDraftContent(db, campaignId, stepId);
      const content = draft?.content ?? emptyContent;
      return { content, problems: problemsOf(content, stepId), savedAt: draft?.savedAt ?? null };
    },
    save({ campaignId, stepId, content }) {
      const campaign = requireCampaign(parts, campaignId);
      if (findStep(campaign.draft.steps, stepId)?.kind !== "email")
        throw new CallFailed({
          code: "not-found",
          message: "This email's step is gone from the campaign.",
        });
      saveDraftContent(db, campaignId, stepId, content, contentHash(content), clock.wall());
      changes.tell("emails", "campaigns");
      return { problems: problemsOf(content, stepId) };
    },
    preview({ content, contactId }) {
      const problems = problemsOf(content, null);
      try {
        const rendered = renderEmail(compileEmail(content), {
          values: mergeValues(db, recipientOf(contactId), "https://unsubscribe.example/"),
          trackLink: ({ url }) => url,
          pixelUrl: null,
        });
        if (!("problem" in rendered)) return { ...rendered, problems };
        return {
          subject: "",
          html: "",
          text: "",
          problems: [
            ...problems,
            { stepId: null, severity: "error" as const, text: rendered.problem },
          ],
        };
      } catch {
        return {
          subject: "",
          html: "",
          text: "",
          problems: [
            ...problems,
            {
              stepId: null,
              severity: "error" as const,
              text: "A merge tag cannot be understood. Look at the tags between {{ and }}.",
            },
          ],
        };
      }
    },
    sendTest: (input) => sendTest(parts, input, recipientOf(input.contactId)),
  };
}

/** Sends one test at once, outside every campaign and report. */
async function sendTest(
  parts: AppParts,
  input: { readonly campaignId: string; readonly stepId: string; readonly to: string },
  recipient: Recipient,
): Promise<{ outcome: string }> {
  const { db, clock } = parts;
  const read = parseAddress(input.to);
  if ("problem" in read) throw new CallFailed({ code: "invalid", message: read.problem });
  const account = getDefaultAccount(db);
  if (!account)
    throw new CallFailed({
      code: "conflict",
      message: "There is no account to send through yet. Add one under Settings → Mail account.",
    });
  const campaign = requireCampaign(parts, input.campaignId);
  const step = findStep(campaign.draft.steps, input.stepId);
  const content =
    step?.kind === "email" ? contentToSend(db, campaign.id, step, "draft") : undefined;
  if (!content)
    throw new CallFailed({
      code: "invalid",
      message: "The email has no content yet. Write it first.",
    });

  const source = getSource(db, "relay");
  const relay: LinkRelay | null = source?.url
    ? { url: source.url, keys: await relayKeysOf(parts, source) }
    : null;
  const now = clock.wall();
  const idemKey = `test|${makeId(parts.random)}`;
  const token = tokenOf(db, idemKey);
  const id = must(
    addMessage(
      db,
      {
        idemKey,
        token,
        kind: "test",
        campaignId: campaign.id,
        enrollmentId: null,
        contactId: null,
        stepId: input.stepId,
        visit: null,
        reportStepId: null,
        priority: 0,
        plannedAt: now,
        notBefore: now + 365 * 86_400_000,
        notAfter: null,
      },
      now,
    ),
  );
  const mail = composeFor(
    db,
    {
      message: { id, token },
      contact: { ...recipient, address: read.address },
      account,
      content,
      isTracked: false,
      relay,
      subjectPrefix: "[Test] ",
    },
    now,
  );
  if ("problem" in mail) {
    markNotSent(db, id, "failed", mail.problem, null);
    throw new CallFailed({ code: "invalid", message: mail.problem });
  }
  const password =
    account.sealedPassword === null ? null : await parts.secrets.open(account.sealedPassword);
  const mailer = createSmtpMailer({ ...account, password, maxConnections: 1 });
  try {
    const outcome = await mailer.send({
      envelope: { from: account.fromAddress, to: read.address },
      bytes: await mail.bytes(),
      beforeDot: async () =>
        markIntent(
          db,
          id,
          {
            bootId: parts.bootId,
            accountId: account.id,
            toAddress: read.address,
            subject: mail.subject,
            contentRev: content.rev,
            contentHash: content.hash,
            isTracked: false,
          },
          clock.wall(),
        ),
    });
    parts.changes.tell("messages");
    switch (outcome.kind) {
      case "accepted":
        markSent(db, id, outcome.reply, clock.wall());
        return { outcome: `Sent to ${read.address}.` };
      case "uncertain":
        markUncertain(db, id, outcome.problem);
        return { outcome: `It may have been sent: ${outcome.problem}` };
      case "refused":
        markNotSent(db, id, "failed", outcome.text, outcome.text);
        throw new CallFailed({
          code: "unreachable",
          message: `The mail server refused it: “${outcome.code} ${outcome.text}”.`,
        });
      default:
        markNotSent(db, id, "failed", "problem" in outcome ? outcome.problem : "stopped", null);
        throw new CallFailed({
          code: "unreachable",
          message: `It could not be sent: ${"problem" in outcome ? outcome.problem : "it was stopped."}`,
        });
    }
  } finally {
    await mailer.close();
  }
}
