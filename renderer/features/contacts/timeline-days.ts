import type { OutputOf } from "../../client/call-name.ts";
import { formatInstant } from "../../ui/format-instant.ts";

export type TimelineItem = OutputOf<"contacts.timeline">[number];

/** What a timeline can be narrowed to. */
export type TimelineFilter = "all" | "emails" | "reactions" | "campaigns" | "changes";

interface TimelineDay {
  /** "5 May 2026". */
  readonly day: string;
  readonly isUpcoming: boolean;
  readonly entries: readonly { readonly key: string; readonly item: TimelineItem }[];
}

const campaignKinds = new Set([
  "upcoming",
  "entered",
  "entry-refused",
  "skip",
  "lane",
  "jump",
  "end",
  "exit",
]);
const changeKinds = new Set([
  "tag-added",
  "tag-removed",
  "stage-changed",
  "field-changed",
  "status-changed",
  "imported",
  "snoozed",
]);

/** Which part of the story an entry belongs to; what a person did is everything else. */
function partOf(kind: string): Exclude<TimelineFilter, "all"> {
  if (kind.startsWith("message-") || kind === "upcoming-email") return "emails";
  if (campaignKinds.has(kind)) return "campaigns";
  return changeKinds.has(kind) ? "changes" : "reactions";
}

export function filterTimeline(
  items: readonly TimelineItem[],
  filter: TimelineFilter,
): readonly TimelineItem[] {
  return filter === "all" ? items : items.filter(({ kind }) => partOf(kind) === filter);
}

/** Entries in their order, day by day in a zone; a day that is partly over is there twice. */
export function timelineDays(items: readonly TimelineItem[], zone: string): readonly TimelineDay[] {
  const days: (TimelineDay & { readonly entries: { key: string; item: TimelineItem }[] })[] = [];
  const twins = new Map<string, number>();
  for (const item of items) {
    const day = formatInstant(item.at, zone, "day");
    // Entries have no id of their own; what is the same in all this is told apart by its number.
    const name = `${item.at} ${item.kind} ${item.text}`;
    const twin = (twins.get(name) ?? 0) + 1;
    twins.set(name, twin);
    const entry = { key: `${name} ${twin}`, item };
    const last = days.at(-1);
    if (last?.day === day && last.isUpcoming === item.isUpcoming) last.entries.push(entry);
    else days.push({ day, isUpcoming: item.isUpcoming, entries: [entry] });
  }
  return days;
}

/** Whether the entry is about one email, which has a page of its own. */
export function isAboutEmail({ kind, stepId }: TimelineItem): boolean {
  return stepId !== null && ["emails", "reactions"].includes(partOf(kind));
}
