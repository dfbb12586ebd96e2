import { startsOn, type ContactChange } from "../domain/starts-on.ts";
import type { Instant } from "../shared/clock.ts";
import {
  endEnrollment,
  exitOpenEnrollments,
  listOpenEnrollments,
  wakeWaitingRuns,
} from "../storage/enrollments.ts";
import { readContactEvent } from "../storage/events.ts";
import { suppress } from "../storage/suppressions.ts";
import { markDirty } from "../storage/tags.ts";
import { getVersion, listLiveCampaigns, listLivePlans } from "../storage/campaigns.ts";
import { advance } from "./advance.ts";
import { checkGoals } from "./check-goals.ts";
import type { EngineParts } from "./engine-parts.ts";
import { enroll } from "./enroll.ts";
import { hearLate } from "./hear-late.ts";

interface NewEvent {
  readonly id: number;
  readonly uid: string;
  readonly contactId: number;
  readonly kind: string;
  readonly class: "human" | "machine" | "unsure";
  readonly linkId: string | null;
  readonly url: string | null;
  readonly occurredAt: Instant;
  readonly messageId: number | null;
  readonly data: string | null;
}

/** Events reacted to between two looks at the clock. */
const SLICE = 100;

/**
 * X2: reacts to every stored event nobody has reacted to yet, each in one transaction with the mark that it
 * was done, so exactly once. Unsubscribes come first, then the order in which things happened. True where
 * more are waiting.
 */
export function reactToEvents(parts: EngineParts): boolean {
  const { db } = parts;
  const events = db.all<NewEvent>(
    `SELECT id, uid, contact_id AS contactId, kind, class, link_id AS linkId, url,
       occurred_at AS occurredAt, message_id AS messageId, data
     FROM event WHERE state = 'new' ORDER BY (kind <> 'unsubscribed'), occurred_at, id LIMIT ?`,
    [SLICE],
  );
  for (const event of events) reactTo(parts, event);
  if (events.length > 0)
    parts.changes.tell("contacts", "reports", "campaigns", "segments", "messages");
  return events.length === SLICE;
}

function reactTo(parts: EngineParts, event: NewEvent): void {
  const { db, clock } = parts;
  db.transaction(() => {
    const now = clock.wall();
    db.run("UPDATE event SET state = 'done' WHERE contact_id = ? AND occurred_at = ? AND id = ?", [
      event.contactId,
      event.occurredAt,
      event.id,
    ]);
    if (event.contactId === 0) return;
    switch (event.kind) {
      case "unsubscribed":
        suppress(db, event.contactId, "unsubscribed", "the unsubscribe link", now);
        exitOpenEnrollments(db, event.contactId, "unsubscribed", now);
        return;
      case "tag-added":
      case "tag-removed":
      case "stage-changed":
      case "field-changed":
      case "clicked":
      case "web":
      case "custom":
        startOnChange(parts, event, now);
        break;
      case "imported":
      case "campaign-ended":
        startOnChange(parts, event, now);
        return;
      case "replied":
        exitOnReply(parts, event, now);
        break;
    }
    markDirty(db, event.contactId, "change");
    checkGoals(parts, event.contactId, now);
    wakeRuns(parts, event, now);
  });
}

/** Runs that wait for something, or only for time since, look at their facts again. */
function wakeRuns(parts: EngineParts, event: NewEvent, now: Instant): void {
  const { db } = parts;
  const { kind } = event;
  if (kind !== "opened" && kind !== "clicked" && kind !== "replied") return;
  if (hearLate(parts, { ...event, kind }, now) === "too late")
    db.run("UPDATE event SET state = 'late' WHERE contact_id = ? AND occurred_at = ? AND id = ?", [
      event.contactId,
      event.occurredAt,
      event.id,
    ]);
  wakeWaitingRuns(db, event.contactId, now);
  const runs = db.all<{ id: number }>(
    "SELECT id FROM enrollment WHERE contact_id = ? AND state IN ('active','held') AND state = 'active' AND wake_at <= ?",
    [event.contactId, now],
  );
  for (const run of runs) advance(parts, run.id, event.kind);
}

function startOnChange(parts: EngineParts, event: NewEvent, now: Instant): void {
  const change = changeOf(event);
  for (const { campaign, plan } of listLivePlans(parts.db))
    if (plan.entries.some((entry) => startsOn(entry, change)))
      enroll(parts, campaign.id, event.contactId, `event:${event.uid}`, now);
}

function changeOf({ kind, url, class: by, data }: NewEvent): ContactChange {
  if (kind === "clicked") return { kind, url, class: by };
  if (kind === "web" || kind === "custom") return { kind: "event", ...readContactEvent(data) };
  return { kind, ...JSON.parse(data ?? "{}") } as ContactChange;
}

/** A human reply ends the campaign it answers, where the campaign says so. */
function exitOnReply(parts: EngineParts, event: NewEvent, now: Instant): void {
  const { db } = parts;
  const run = db.get<{ id: number; campaignId: string }>(
    "SELECT e.id, e.campaign_id AS campaignId FROM message m JOIN enrollment e ON e.id = m.enrollment_id WHERE m.id = ?",
    [event.messageId],
  );
  const campaign = run && listLiveCampaigns(db).find((live) => live.id === run.campaignId);
  if (!campaign?.liveVersionId) return;
  if (!getVersion(db, campaign.liveVersionId).plan.exitOnReply) return;
  for (const open of listOpenEnrollments(db, event.contactId))
    if (open.campaignId === campaign.id)
      endEnrollment(db, open, { state: "exited", reason: "replied", cause: "replied" }, now);
}
