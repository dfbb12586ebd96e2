import { joinWords } from "./join-words.ts";
import type { Schedule } from "./schedule.ts";

const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "Mon–Fri, 09:00–17:00, in the contact's time zone"; "any time" when nothing is held back. */
export function scheduleSentence(schedule: Schedule): string {
  const days = weekdaysSentence(schedule.weekdays);
  if (days === "every day" && schedule.hours.kind === "any") return "any time";
  return [days, hoursSentence(schedule.hours), zoneSentence(schedule.zone)]
    .filter((part) => part !== "")
    .join(", ");
}

/** "every day", "Mon–Fri", "Mon, Wed and Fri", "no day"; or "Mon, Wed or Fri", for the next of them. */
export function weekdaysSentence(weekdays: readonly number[], last: "and" | "or" = "and"): string {
  if (weekdays.length === 0) return "no day";
  if (weekdays.length === 7) return last === "or" ? "any day" : "every day";
  const runs: [first: number, last: number][] = [];
  for (const day of weekdays.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return joinWords(runs.flatMap(runNames), last);
}

function runNames([first, last]: [first: number, last: number]): string[] {
  if (last - first < 2) return last === first ? [nameOf(first)] : [nameOf(first), nameOf(last)];
  return [`${nameOf(first)}–${nameOf(last)}`];
}

function nameOf(weekday: number): string {
  return weekdayNames[weekday - 1] ?? "?";
}

function hoursSentence(hours: Schedule["hours"]): string {
  if (hours.kind === "any") return "";
  if (hours.kind === "at") return `at ${hours.time}`;
  return joinWords(
    hours.windows.map(({ from, to }) => `${from}–${to}`),
    "and",
  );
}

function zoneSentence(zone: Schedule["zone"]): string {
  return zone.kind === "fixed" ? `${zone.zone} time` : "in the contact’s time zone";
}
