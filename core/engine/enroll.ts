import { INSIDE, reentryRefusal } from "../domain/reentry.ts";
import { must } from "../shared/assert.ts";
import { DAY, type Instant } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import { getCampaignHead, getVersion } from "../storage/campaigns.ts";
import {
  addEnrollment,
  endEnrollment,
  getLastRun,
  hasEntered,
  listOpenEnrollments,
} from "../storage/enrollments.ts";
import { recordEvent } from "../storage/events.ts";
import { getRecipient } from "../storage/recipients.ts";
import { isSuppressed } from "../storage/suppressions.ts";
import type { EngineParts } from "./engine-parts.ts";

/** One contact enters at most this many campaigns in 24 hours, so that campaigns cannot feed each other for ever. */
const MOST_ENTRIES_PER_DAY = 10;

export type Enrolled = { readonly id: number } | { readonly refused: string };

/**
 * Starts a contact in a live campaign, once per `entryKey`; a run they are in is ended where the campaign starts over
 * each time. An entry that is not taken is recorded with its reason, so that "why not" has an answer. With
 * `onlyOutside` nobody who is inside comes in, whatever the campaign says.
 */
export function enroll(
  parts: EngineParts,
  campaignId: string,
  contactId: number,
  entryKey: string,
  now: Instant,
  options: { readonly onlyOutside?: boolean } = {},
): Enrolled {
  const { db } = parts;
  return db.transaction(() => {
    const refused = whyNot(parts, { campaignId, contactId, entryKey }, now, options);
    if (refused !== undefined) {
      refuseEntry(parts, { campaignId, contactId, entryKey }, refused, now);
      return { refused };
    }
    const id = begin(parts, { campaignId, contactId, entryKey }, now);
    parts.changes.tell("campaigns", "reports", "contacts");
    return { id };
  });
}

interface Entering {
  readonly campaignId: string;
  readonly contactId: number;
  readonly entryKey: string;
}

/** Records an entry that is not taken. `reason` is a clause for "why not". */
export function refuseEntry(
  parts: EngineParts,
  entry: Entering,
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

function begin(
  parts: EngineParts,
  { campaignId, contactId, entryKey }: Entering,
  now: Instant,
): number {
  const { db } = parts;
  const versionId = must(getCampaignHead(db, campaignId)?.liveVersionId);
  const { steps, reentry } = getVersion(db, versionId).plan;
  if (reentry.kind === "restart")
    for (const open of listOpenEnrollments(db, contactId))
      if (open.campaignId === campaignId)
        endEnrollment(db, open, { state: "exited", reason: "started over", cause: "restart" }, now);
  const id = addEnrollment(
    db,
    {
      uid: makeId(parts.random),
      campaignId,
      contactId,
      versionId,
      entryKey,
      stepId: steps[0]?.id ?? null,
      slot: reentry.kind === "per-event" ? entryKey : "",
    },
    now,
  );
  return must(id, "whoever may come in has no run in the way");
}

function whyNot(
  parts: EngineParts,
  { campaignId, contactId, entryKey }: Entering,
  now: Instant,
  { onlyOutside = false }: { readonly onlyOutside?: boolean },
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
  const last = getLastRun(db, campaignId, contactId);
  if (onlyOutside && last && last.open > 0) return INSIDE;
  const again = reentryRefusal(reentry, last, now);
  if (again !== undefined) return again;
  if (hasEntered(db, campaignId, contactId, entryKey)) return "already entered for the same cause";
  const today = db.get<{ n: number }>(
    "SELECT count(*) AS n FROM enrollment WHERE contact_id = ? AND entered_at > ?",
    [contactId, now - DAY],
  );
  if ((today?.n ?? 0) >= MOST_ENTRIES_PER_DAY)
    return `entered ${MOST_ENTRIES_PER_DAY} campaigns within a day, which looks like a circle`;
  return undefined;
}
