import { dayWords } from "../domain/day-moment.ts";
import type { ReadableDb } from "./db.ts";
import { listFields } from "./fields.ts";

/** What put somebody into a campaign, as a clause, by the key their entry has. */
export function entryCause(db: ReadableDb, entryKey: string): string {
  const [cause, what = "", ...rest] = entryKey.split(":");
  switch (cause) {
    case "joined":
      return "joined the campaign's segment";
    case "left":
      return "left the segment the campaign watches";
    case "run":
      return "was started by another campaign";
    case "date":
      return `${dayWords(rest[0] ?? "")} was the day, by ${fieldName(db, what)}`;
    case "broadcast":
      return `${dayWords(what.slice(0, 10))} was the day for everyone in the segment`;
    case "live":
      return "matched when the campaign went live";
    case "event":
      return eventCause(db, entryKey.slice("event:".length));
    default:
      return "was added by hand";
  }
}

function fieldName(db: ReadableDb, key: string): string {
  const field = listFields(db).find((each) => each.key === key);
  return field ? `“${field.label}”` : "a date";
}

function eventCause(db: ReadableDb, uid: string): string {
  const event = db.get<{ kind: string; name: string | null; campaignId: string | null }>(
    "SELECT kind, data ->> '$.name' AS name, data ->> '$.campaignId' AS campaignId FROM event WHERE uid = ?",
    [uid],
  );
  switch (event?.kind) {
    case "clicked":
      return "clicked a link the campaign waits for";
    case "web":
    case "custom":
      return `had the event “${event.name ?? ""}”`;
    case "imported":
      return "stood in a list that was imported";
    case "tag-removed":
      return "lost the campaign's tag";
    case "stage-changed":
      return "came to another stage";
    case "field-changed":
      return "a field changed";
    case "campaign-ended": {
      const other = db.get<{ name: string }>("SELECT name FROM campaign WHERE id = ?", [
        event.campaignId,
      ]);
      const how = uid.startsWith("goal:") ? "reached the goal of" : "finished";
      return `${how} “${other?.name ?? "another campaign"}”`;
    }
    default:
      return "got the campaign's tag";
  }
}
