import type { Occurrence } from "../domain/date-entry.ts";
import { HOUR, type Instant } from "../shared/clock.ts";
import {
  getDated,
  listDated,
  listDueDates,
  nextDueDate,
  removeWatch,
  setDueAt,
  setFilledTo,
  setSegmentDue,
  type DatedContact,
} from "../storage/date-watches.ts";
import { hasEntered } from "../storage/enrollments.ts";
import { addNotice } from "../storage/notices.ts";
import {
  isOfPeople,
  matchWatches,
  momentOf,
  occurrenceFor,
  watchDates,
  type DateWatch,
  type DayWatch,
  type Watch,
} from "./calendar.ts";
import type { EngineParts } from "./engine-parts.ts";
import { enroll, refuseEntry } from "./enroll.ts";

/** Contacts looked at, started or forgotten in one transaction. */
const SLICE = 100;
/** Dates remembered while a watch is filled; about those of a lifetime in a handful of zones. */
const REMEMBERED = 50_000;

export interface Dates {
  /** Does a part of what there is to do; false where nothing is left. */
  work(): boolean;
  /** When somebody is due next; null where nobody is. */
  nextAt(): Instant | null;
}

/** Starts people by the calendar. What it costs goes by who is due, but for the first look at a new entry. */
export function createDates(parts: EngineParts): Dates {
  const { db, clock } = parts;
  let known = { of: "", occurrences: new Map<string, Occurrence | undefined>() };

  /** Many people share a date; reckoning it once each is what makes a long list quick. */
  function rememberedFor(watch: DateWatch, contact: DatedContact): Occurrence | undefined {
    const of = `${watch.id} ${watch.clock} ${watch.sinceAt}`;
    if (known.of !== of || known.occurrences.size > REMEMBERED)
      known = { of, occurrences: new Map() };
    const key = JSON.stringify([contact.value, contact.zone]);
    if (!known.occurrences.has(key))
      known.occurrences.set(key, occurrenceFor(watch, contact, watch.sinceAt));
    return known.occurrences.get(key);
  }

  function fill(watch: DateWatch): void {
    db.transaction(() => {
      const contacts = listDated(db, watch.entry.field, watch.filledTo ?? 0, SLICE);
      for (const contact of contacts)
        setDueAt(db, watch.id, contact.id, rememberedFor(watch, contact)?.at);
      setFilledTo(db, watch.id, contacts.length < SLICE ? null : (contacts.at(-1)?.id ?? null));
    });
  }

  /** Whether there are people to write down for the watch now. */
  function isToFill(watch: Watch): boolean {
    if (watch.filledTo === null) return false;
    if (isOfPeople(watch)) return true;
    return watch.campaign.state === "live" && momentOf(watch) <= clock.wall();
  }

  /** The moment has come: whoever is in the segment now is due, in one go, and nobody who comes later. */
  function callEveryone(watch: DayWatch): void {
    const now = clock.wall();
    const at = momentOf(watch);
    db.transaction(() => {
      setFilledTo(db, watch.id, null);
      if (at <= watch.sinceAt) return;
      if (isTooLate(watch, at, now)) tellMissed(watch, now);
      else setSegmentDue(db, watch.id, watch.entry.segmentId, at, now);
    });
  }

  function tellMissed({ campaign, plan }: Watch, now: Instant): void {
    addNotice(
      db,
      {
        kind: "campaign",
        text: `“${campaign.name}” started nobody on its day: nothing ran when it came, and more than ${plan.lateLimitHours} hours are over since. Choose another day and publish it.`,
        link: `/campaigns/${campaign.id}`,
      },
      now,
    );
    parts.changes.tell("settings");
  }

  /** True where somebody was due. */
  function startDue(watch: Watch): boolean {
    const now = clock.wall();
    return db.transaction(() => {
      const due = listDueDates(db, watch.id, now, SLICE);
      for (const { contactId, dueAt } of due)
        if (isOfPeople(watch)) startByDate(watch, contactId, dueAt, now);
        else {
          const { date, time } = watch.entry;
          setDueAt(db, watch.id, contactId, undefined);
          start(watch, contactId, { at: dueAt, key: `broadcast:${date} ${time}` }, now);
        }
      return due.length > 0;
    });
  }

  function startByDate(watch: DateWatch, contactId: number, dueAt: Instant, now: Instant): void {
    const { field } = watch.entry;
    const contact = getDated(db, field, contactId);
    const occurrence = contact && occurrenceFor(watch, contact, dueAt - 1);
    if (!contact || !occurrence || occurrence.at > now) {
      setDueAt(db, watch.id, contactId, occurrence?.at);
      return;
    }
    setDueAt(db, watch.id, contactId, occurrenceFor(watch, contact, occurrence.at)?.at);
    start(watch, contactId, { at: occurrence.at, key: `date:${field}:${occurrence.day}` }, now);
  }

  function start(
    watch: Watch,
    contactId: number,
    due: { readonly at: Instant; readonly key: string },
    now: Instant,
  ): void {
    const { campaign, plan } = watch;
    // The clock may have been set back, or the entry read on another one since.
    if (hasEntered(db, campaign.id, contactId, due.key)) return;
    if (isTooLate(watch, due.at, now))
      refuseEntry(
        parts,
        { campaignId: campaign.id, contactId, entryKey: due.key },
        `nothing ran when the day came, and more than ${plan.lateLimitHours} hours are over since`,
        now,
      );
    else enroll(parts, campaign.id, contactId, due.key, now);
  }

  return {
    work() {
      const { watches, stale, missing } = matchWatches(db);
      if (missing.length > 0) {
        watchDates(db, clock.wall());
        return true;
      }
      for (const { id } of stale) if (!removeWatch(db, id, SLICE)) return true;
      const empty = watches.find(isToFill);
      if (!empty)
        return watches.some((watch) => watch.campaign.state === "live" && startDue(watch));
      if (isOfPeople(empty)) fill(empty);
      else callEveryone(empty);
      return true;
    },
    nextAt() {
      const times = matchWatches(db).watches.flatMap((watch) => {
        if (isToFill(watch)) return clock.wall();
        if (watch.campaign.state !== "live") return [];
        if (watch.filledTo !== null && !isOfPeople(watch)) return momentOf(watch);
        return nextDueDate(db, watch.id) ?? [];
      });
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}

function isTooLate({ plan }: Watch, at: Instant, now: Instant): boolean {
  return now - at > plan.lateLimitHours * HOUR;
}
