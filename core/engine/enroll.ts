import { reentryRefusal } from "../domain/reentry.ts";
import { DAY, type Instant } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import { getCampaignHead, getVersion } from "../storage/campaigns.ts";
import { addEnrollment, getLastRun } from "../storage/enrollments.ts";
import { recordEvent } from "../storage/events.ts";
import { getRecipient } from "../storage/recipients.ts";
import { isSuppressed } from "../storage/suppressions.ts";
import type { EngineParts } from "./engine-parts.ts";

/** One contact enters at most this many campaigns in 24 hours, so that campaigns cannot feed each other for ever. */
const MOST_ENTRIES_PER_DAY = 10;

export type Enrolled = { readonly id: number } | { readonly refused: string };

/**
 * Starts a contact in a live campaign, once per `entryKey`. An entry that is not taken is recorded with its
 * reason, so that "why not" has an answer.
 */
export function enroll(
  parts: EngineParts,
  campaignId: string,
  contactId: number,
  entryKey: string,
  now: Instant,
): Enrolled {
  const { db } = parts;
  return db.transaction(() => {
    const refused = whyNot(parts, campaignId, contactId, now);
    const taken =
      refused === undefined ? tryEnroll(parts, campaignId, contactId, entryKey, now) : undefined;
    if (taken !== undefined) {
      parts.changes.tell("campaigns", "reports", "contacts");
      return { id: taken };
    }
    const reason = refused ?? "already entered for the same cause, or is still inside";
    refuseEntry(parts, { campaignId, contactId, entryKey }, reason, now);
    return { refused: reason };
  });
}

/** Records an entry that is not taken. `reason` is a clause for "why not". */
export function refuseEntry(
  parts: EngineParts,
  entry: { readonly campaignId: string; readonly contactId: number; readonly entryKey: string },
  reason: string,
  now: Instant,
): void {
  const { contactId, ...data } = entry;
  recordEvent(parts.db, {
    contactId,
    occurredAt: now,
    receivedAt: now,
    kind: "entry-refused",
    uid: makeId(parts.random),
    state: "done",
    data: { ...data, reason },
  });
}

function tryEnroll(
  parts: EngineParts,
  campaignId: string,
  contactId: number,
  entryKey: string,
  now: Instant,
): number | undefined {
  const { db } = parts;
  const versionId = getCampaignHead(db, campaignId)?.liveVersionId;
  if (!versionId) return undefined;
  const first = getVersion(db, versionId).plan.steps[0];
  return addEnrollment(
    db,
    {
      uid: makeId(parts.random),
      campaignId,
      contactId,
      versionId,
      entryKey,
      stepId: first?.id ?? null,
    },
    now,
  );
}

function whyNot(
  parts: EngineParts,
  campaignId: string,
  contactId: number,
  now: Instant,
): string | undefined {
  const { db } = parts;
  const campaign = getCampaignHead(db, campaignId);
  if (!campaign || campaign.liveVersionId === null) return "the campaign is not live";
  if (campaign.state === "stopped" || campaign.state === "draft") return "the campaign is not live";
  const contact = getRecipient(db, contactId);
  if (!contact?.address) return "the contact has no address";
  if (contact.status !== "subscribed") return `the contact is ${contact.status}`;
  if (isSuppressed(db, contact.address)) return "the address is on the suppression list";
  const { reentry } = getVersion(db, campaign.liveVersionId).plan;
  const again = reentryRefusal(reentry, getLastRun(db, campaignId, contactId), now);
  if (again !== undefined) return again;
  const today = db.get<{ n: number }>(
    "SELECT count(*) AS n FROM enrollment WHERE contact_id = ? AND entered_at > ?",
    [contactId, now - DAY],
  );
  if ((today?.n ?? 0) >= MOST_ENTRIES_PER_DAY)
    return `entered ${MOST_ENTRIES_PER_DAY} campaigns within a day, which looks like a circle`;
  return undefined;
}
