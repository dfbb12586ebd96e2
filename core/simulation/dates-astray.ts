import { listDateWatches, occurrenceFor } from "../engine/calendar.ts";
import { getDueAt, listDated } from "../storage/date-watches.ts";
import type { ReadableDb } from "../storage/db.ts";
import type { Story } from "../story-world.ts";

/** What is planned by dates is what planning everybody anew would give; but for days that came before a clock went back. */
export function datesAstray({ db, clock }: Story): string[] {
  const now = clock.wall();
  return listDateWatches(db).flatMap((watch) => {
    if (watch.filledTo !== null) return [`not everybody is looked at for ${watch.entryText}`];
    return listDated(db, watch.entry.field, 0, 1_000).flatMap((contact) => {
      const dueAt = getDueAt(db, watch.id, contact.id);
      const isOverdue = dueAt !== undefined && dueAt <= now;
      if (isOverdue && watch.campaign.state === "live")
        return [`${contact.id} was due at ${dueAt} by ${watch.entryText}`];
      const next = occurrenceFor(watch, contact, isOverdue ? dueAt - 1 : now);
      if (next?.at === dueAt || (next && hasCome(db, watch.campaign.id, contact.id, next.day)))
        return [];
      return [`${contact.id} is due at ${dueAt}, not ${next?.at}, by ${watch.entryText}`];
    });
  });
}

/** Whether the contact came in, or was refused, on that day. */
function hasCome(db: ReadableDb, campaignId: string, contactId: number, day: string): boolean {
  return (
    db.get(
      `SELECT 1 FROM enrollment WHERE campaign_id = :campaignId AND contact_id = :contactId AND entry_key LIKE :key
       UNION ALL SELECT 1 FROM event WHERE contact_id = :contactId AND kind = 'entry-refused'
         AND data ->> '$.campaignId' = :campaignId AND data ->> '$.entryKey' LIKE :key`,
      { campaignId, contactId, key: `date:%:${day}` },
    ) !== undefined
  );
}
