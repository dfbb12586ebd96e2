import type { CampaignPlan } from "../domain/campaign.ts";
import { nextOccurrence, type DateEntry, type Occurrence } from "../domain/date-entry.ts";
import { zoneOf } from "../domain/schedule.ts";
import { must } from "../shared/assert.ts";
import { DAY, HOUR, type Instant } from "../shared/clock.ts";
import { getVersion, listPublished, type CampaignHead } from "../storage/campaigns.ts";
import {
  addWatch,
  getDated,
  getDueAt,
  listDated,
  listDueDates,
  listWatchRows,
  nextDueDate,
  removeWatch,
  setDueAt,
  setFilledTo,
  type DatedContact,
  type WatchRow,
} from "../storage/date-watches.ts";
import type { ReadableDb, WritableDb } from "../storage/db.ts";
import { hasEntered } from "../storage/enrollments.ts";
import { getBusiness } from "../storage/settings.ts";
import type { EngineParts } from "./engine-parts.ts";
import { enroll, refuseEntry } from "./enroll.ts";

/** Contacts looked at, started or forgotten in one transaction. */
const SLICE = 100;
/** Dates remembered while a watch is filled; about those of a lifetime in a handful of zones. */
const REMEMBERED = 50_000;

/** An entry that goes by the calendar, of a campaign that is live or paused. */
interface Calendar {
  readonly campaign: CampaignHead;
  readonly plan: CampaignPlan;
  readonly entry: DateEntry;
  readonly ownZone: string;
  /** What tells one such entry from another. */
  readonly entryText: string;
  readonly clock: string;
}

interface Watch extends WatchRow, Calendar {}

function listCalendars(db: ReadableDb): Calendar[] {
  const ownZone = getBusiness(db).zone;
  return listPublished(db).flatMap((campaign) => {
    const { plan } = getVersion(db, must(campaign.liveVersionId));
    const clock = zoneOf(plan.schedule, `their own, else ${ownZone}`);
    return plan.entries.flatMap((entry) =>
      entry.kind === "date-reached"
        ? [{ campaign, plan, entry, ownZone, clock, entryText: JSON.stringify(entry) }]
        : [],
    );
  });
}

/** The watches there are, those nobody wants any more, and what is not watched yet. */
function matchWatches(db: ReadableDb): {
  readonly watches: Watch[];
  readonly stale: WatchRow[];
  readonly missing: Calendar[];
  readonly rows: WatchRow[];
} {
  const rows = listWatchRows(db);
  const byKey = new Map(rows.map((row) => [keyOf(row.campaignId, row), row]));
  const watches: Watch[] = [];
  const missing = new Map<string, Calendar>();
  for (const calendar of listCalendars(db)) {
    const key = keyOf(calendar.campaign.id, calendar);
    const row = byKey.get(key);
    if (row) watches.push({ ...row, ...calendar });
    else missing.set(key, calendar);
  }
  const kept = new Set(watches.map(({ id }) => id));
  return {
    watches,
    stale: rows.filter(({ id }) => !kept.has(id)),
    missing: [...missing.values()],
    rows,
  };
}

function keyOf(campaignId: string, { entryText, clock }: Pick<Calendar, "entryText" | "clock">) {
  return `${campaignId} ${clock} ${entryText}`;
}

export function listWatches(db: ReadableDb): readonly Watch[] {
  return matchWatches(db).watches;
}

/**
 * Begins to watch what published campaigns wait for. What is past at `now` starts nobody; only where the same entry
 * is read on another clock from now on, the day before counts again, so that nobody falls between the two. True where
 * there was something new.
 */
export function watchDates(db: WritableDb, now: Instant): boolean {
  const { missing, rows } = matchWatches(db);
  for (const { campaign, entryText, clock } of missing) {
    const before = rows.find(
      (row) => row.campaignId === campaign.id && row.entryText === entryText,
    );
    const sinceAt = before ? Math.max(before.sinceAt, now - DAY) : now;
    addWatch(db, { campaignId: campaign.id, entryText, clock, sinceAt });
  }
  return missing.length > 0;
}

/** Looks again at a contact that changed. What was due before and still is stays due. In the caller's transaction. */
export function planDates(
  db: WritableDb,
  watches: readonly Watch[],
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
  { entry, plan, ownZone }: Watch,
  { zone, value }: DatedContact,
  after: Instant,
): Occurrence | undefined {
  return nextOccurrence(entry, value, zoneOf(plan.schedule, zone ?? ownZone), after);
}

export interface Dates {
  /** Does a part of what there is to do; false where nothing is left. */
  work(): boolean;
  /** When somebody is due next; null where nobody is. */
  nextAt(): Instant | null;
}

/** Starts people by their dates. What it costs goes by who is due, but for the first look at a new entry. */
export function createDates(parts: EngineParts): Dates {
  const { db, clock } = parts;
  let known = { watchId: 0, occurrences: new Map<string, Occurrence | undefined>() };

  /** Many people share a date; reckoning it once each is what makes a long list quick. */
  function rememberedFor(watch: Watch, contact: DatedContact): Occurrence | undefined {
    if (known.watchId !== watch.id || known.occurrences.size > REMEMBERED)
      known = { watchId: watch.id, occurrences: new Map() };
    const key = JSON.stringify([contact.value, contact.zone]);
    if (!known.occurrences.has(key))
      known.occurrences.set(key, occurrenceFor(watch, contact, watch.sinceAt));
    return known.occurrences.get(key);
  }

  function fill(watch: Watch): void {
    db.transaction(() => {
      const contacts = listDated(db, watch.entry.field, watch.filledTo ?? 0, SLICE);
      for (const contact of contacts) {
        if (typeof contact.value !== "string") continue;
        const next = rememberedFor(watch, contact);
        if (next) setDueAt(db, watch.id, contact.id, next.at);
      }
      setFilledTo(db, watch.id, contacts.length < SLICE ? null : (contacts.at(-1)?.id ?? null));
    });
  }

  /** True where somebody was due. */
  function startDue(watch: Watch): boolean {
    const now = clock.wall();
    return db.transaction(() => {
      const due = listDueDates(db, watch.id, now, SLICE);
      for (const { contactId, dueAt } of due) start(watch, contactId, dueAt, now);
      return due.length > 0;
    });
  }

  function start(watch: Watch, contactId: number, dueAt: Instant, now: Instant): void {
    const { campaign, plan, entry } = watch;
    const contact = getDated(db, entry.field, contactId);
    const occurrence = contact && occurrenceFor(watch, contact, dueAt - 1);
    if (!contact || !occurrence || occurrence.at > now) {
      setDueAt(db, watch.id, contactId, occurrence?.at);
      return;
    }
    setDueAt(db, watch.id, contactId, occurrenceFor(watch, contact, occurrence.at)?.at);
    const key = `date:${entry.field}:${occurrence.day}`;
    // The clock may have been set back, or the entry read on another one since.
    if (hasEntered(db, campaign.id, contactId, key)) return;
    if (now - occurrence.at > plan.lateLimitHours * HOUR)
      refuseEntry(
        parts,
        { campaignId: campaign.id, contactId, entryKey: key },
        `nothing ran when the day came, and more than ${plan.lateLimitHours} hours are over since`,
        now,
      );
    else enroll(parts, campaign.id, contactId, key, now);
  }

  return {
    work() {
      const { watches, stale, missing } = matchWatches(db);
      if (missing.length > 0) return watchDates(db, clock.wall());
      for (const { id } of stale) if (!removeWatch(db, id, SLICE)) return true;
      const empty = watches.find(({ filledTo }) => filledTo !== null);
      if (empty) fill(empty);
      if (empty) return true;
      return watches.some((watch) => watch.campaign.state === "live" && startDue(watch));
    },
    nextAt() {
      const times = listWatches(db).flatMap(({ id, campaign, filledTo }) => {
        if (filledTo !== null) return clock.wall();
        return campaign.state === "live" ? (nextDueDate(db, id) ?? []) : [];
      });
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}
