import { DAY, HOUR } from "#core/shared/clock.ts";

/** How far the clock is moved at a time. */
export const moves = [
  { label: "+1 hour", words: "an hour", shortcut: "t h", ms: HOUR },
  { label: "+1 day", words: "a day", shortcut: "t d", ms: DAY },
  { label: "+1 week", words: "a week", shortcut: "t w", ms: 7 * DAY },
] as const;

/** "No mail was", "1 mail was", "1,204 mails were": before "sent". */
export function mailsWords(count: number): string {
  if (count === 0) return "No mail was";
  return count === 1 ? "1 mail was" : `${count.toLocaleString("en-GB")} mails were`;
}
