import type { WaitUntil } from "./campaign.ts";
import { dayWords } from "./day-moment.ts";
import { durationSentence } from "./duration.ts";
import { isDay } from "./field-test.ts";
import { weekdaysSentence } from "./schedule-sentence.ts";

/** "for 3 days", "until Tue at 10:00", "until 1 week before “Renewal” at 09:00"; `fieldName` where it is known. */
export function waitSentence(until: WaitUntil, fieldName?: string): string {
  switch (until.kind) {
    case "for":
      return `for ${durationSentence(until.duration)}`;
    case "weekday":
      return `until ${weekdaysSentence(until.weekdays, "or")} at ${until.time}`;
    case "date":
      return `until ${isDay(until.date) ? dayWords(until.date) : "…"} at ${until.time}`;
    case "field": {
      const name = fieldName === undefined ? "a date of theirs" : `“${fieldName}”`;
      const offset =
        until.offset.amount === 0 ? "" : `${durationSentence(until.offset)} ${until.side} `;
      return `until ${offset}${name} at ${until.time}`;
    }
  }
}
