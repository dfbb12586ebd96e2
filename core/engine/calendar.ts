import type { CampaignPlan } from "../domain/campaign.ts";
import {
  broadcastAt,
  nextOccurrence,
  type BroadcastEntry,
  type DateEntry,
  type Occurrence,
} from "../domain/date-entry.ts";
import { zoneOf } from "../domain/schedule.ts";
import { must } from "../shared/assert.ts";
import { DAY, type Instant } from "../shared/clock.ts";
import { getVersion, listPublished, type CampaignHead } from "../storage/campaigns.ts";
import {
  addWatch,
  changeWatch,
  getDated,
  getDueAt,
  listWatchRows,
  setDueAt,
  type DatedContact,
  type WatchRow,
} from "../storage/date-watches.ts";
import type { ReadableDb, WritableDb } from "../storage/db.ts";
import { getBusiness } from "../storage/settings.ts";

/** An entry that goes by the calendar, of a campaign that is live or paused. */
interface Calendar<E> {
  readonly campaign: CampaignHead;
  readonly plan: CampaignPlan;
  readonly entry: E;
  readonly ownZone: string;
  /** What tells one such entry from another. */
  readonly entryText: string;
  readonly clock: string;
}

/** Watches dates of the people. */
export interface DateWatch extends WatchRow, Calendar<DateEntry> {}

/** Watches for one moment for everybody. */
export interface DayWatch extends WatchRow, Calendar<BroadcastEntry> {}

export type Watch = DateWatch | DayWatch;

export function isOfPeople(watch: Watch): watch is DateWatch {
  return watch.entry.kind === "date-reached";
}

function listCalendars(db: ReadableDb): Calendar<Watch["entry"]>[] {
  const ownZone = getBusiness(db).zone;
  return listPublished(db).flatMap((campaign) => {
    const { plan } = getVersion(db, must(campaign.liveVersionId));
    return plan.entries.flatMap((entry) => {
      if (entry.kind !== "date-reached" && entry.kind !== "broadcast") return [];
      const own = entry.kind === "broadcast" ? ownZone : `their own, else ${ownZone}`;
      const clock = zoneOf(plan.schedule, own);
      return [{ campaign, plan, entry, ownZone, clock, entryText: JSON.stringify(entry) }];
    });
  });
}

/** The watches there are, those nobody wants any more, and what is not watched yet. */
export function matchWatches(db: ReadableDb): {
  readonly watches: Watch[];
  readonly stale: WatchRow[];
  readonly missing: Calendar<Watch["entry"]>[];
} {
  const rows = listWatchRows(db);
  const byKey = new Map(rows.map((row) => [keyOf(row.campaignId, row), row]));
  const watches: Watch[] = [];
  const missing = new Map<string, Calendar<Watch["entry"]>>();
  for (const calendar of listCalendars(db)) {
    const key = keyOf(calendar.campaign.id, calendar);
    const row = byKey.get(key);
    if (row) watches.push({ ...row, ...calendar } as Watch);
    else missing.set(key, calendar);
  }
  const kept = new Set(watches.map(({ id }) => id));
  const stale = rows.filter(({ id }) => !kept.has(id));
  return { watches, stale, missing: [...missing.values()] };
}

function keyOf(
  campaignId: string,
  { entryText, clock }: { readonly entryText: string; readonly clock: string },
): string {
  return `${campaignId} ${clock} ${entryText}`;
}

/** Entries by dates of the people that are watched now. */
export function listDateWatches(db: ReadableDb): readonly DateWatch[] {
  return matchWatches(db).watches.filter(isOfPeople);
}

/**
 * Begins to watch what published campaigns wait for. What is past at `now` starts nobody; only where the same entry
 * is read on another clock from now on, the day before counts again, so that nobody falls between the two.
 */
export function watchDates(db: WritableDb, now: Instant): void {
  const { missing, stale } = matchWatches(db);
  for (const { campaign, entry, entryText, clock } of missing) {
    const before = stale.find(
      (row) => row.campaignId === campaign.id && row.entryText === entryText,
    );
    if (!before) addWatch(db, { campaignId: campaign.id, entryText, clock, sinceAt: now });
    // A broadcast that was called is over, on whichever clock.
    else if (entry.kind === "broadcast") changeWatch(db, before.id, { ...before, clock });
    else {
      const sinceAt = Math.max(before.sinceAt, now - DAY);
      changeWatch(db, before.id, { clock, sinceAt, filledTo: 0 });
    }
  }
}

/** Looks again at a contact that changed. What was due before and still is stays due. In the caller's transaction. */
export function planDates(
  db: WritableDb,
  watches: readonly DateWatch[],
  contactId: number,
  now: Instant,
): void {
  for (const watch of watches) {
    const contact = getDated(db, watch.entry.field, contactId);
    if (!contact) continue;
    const dueAt = getDueAt(db, watch.id, contactId);
    const isOverdue = dueAt !== undefined && dueAt <= now;
    const isUnseen = watch.filledTo !== null && contactId > watch.filledTo;
    const after = isOverdue ? dueAt - 1 : isUnseen ? watch.sinceAt : now;
    const next = occurrenceFor(watch, contact, after)?.at;
    if (next !== dueAt) setDueAt(db, watch.id, contactId, next);
  }
}

/** The first moment after `after` at which the watch starts the contact, by the date they have now. */
export function occurrenceFor(
  { entry, plan, ownZone }: DateWatch,
  { zone, value }: DatedContact,
  after: Instant,
): Occurrence | undefined {
  return nextOccurrence(entry, value, zoneOf(plan.schedule, zone ?? ownZone), after);
}

/** The moment at which everybody starts. */
export function momentOf({ entry, plan, ownZone }: DayWatch): Instant {
  return broadcastAt(entry, plan.schedule, ownZone);
}
