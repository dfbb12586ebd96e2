import type { CampaignPlan } from "../domain/campaign.ts";
import { pastBefore, type BroadcastEntry, type DateEntry } from "../domain/date-entry.ts";
import { dayWords } from "../domain/day-moment.ts";
import { dayOf } from "../domain/segment-evaluate.ts";
import type { Instant } from "../shared/clock.ts";
import { countDated } from "../storage/date-watches.ts";
import type { ReadableDb } from "../storage/db.ts";
import { listFields } from "../storage/fields.ts";
import { countMatching } from "../storage/match-rule.ts";
import { getSegment } from "../storage/segments.ts";
import { getBusiness } from "../storage/settings.ts";

/** What going live means for those who start by the calendar, a sentence for each such entry. */
export function startWords(db: ReadableDb, plan: CampaignPlan, now: Instant): string[] {
  const today = dayOf({ now, zone: getBusiness(db).zone });
  return plan.entries.flatMap((entry) =>
    entry.kind === "date-reached"
      ? dateWords(db, entry, today)
      : entry.kind === "broadcast"
        ? broadcastWords(db, entry, now)
        : [],
  );
}

function dateWords(db: ReadableDb, entry: DateEntry, today: string): string[] {
  const field = listFields(db).find(({ key }) => key === entry.field);
  if (!field) return [];
  const { people, before } = countDated(db, field.key, pastBefore(entry, today));
  if (people === 0) return [`Nobody has a date in “${field.label}” yet.`];
  const have = `${count(people)} ${people === 1 ? "has" : "have"} a date in “${field.label}”`;
  if (entry.isYearly || before === 0) return [`${have}; everyone starts when the day comes.`];
  const past =
    before === people
      ? "The day is past already"
      : `For ${before.toLocaleString("en-GB")} of them the day is past already`;
  return [`${have}. ${past}, so they do not start.`];
}

function broadcastWords(db: ReadableDb, entry: BroadcastEntry, now: Instant): string[] {
  const segment = getSegment(db, entry.segmentId);
  if (!segment || entry.date === "") return [];
  const { name, rule } = segment;
  const people = countMatching(db, rule, now);
  return [
    `${count(people)} ${people === 1 ? "is" : "are"} in “${name}” now. Whoever is in it on ${dayWords(entry.date)} at ${entry.time} starts then.`,
  ];
}

function count(people: number): string {
  return people === 1 ? "1 person" : `${people.toLocaleString("en-GB")} people`;
}
