import { dayWords } from "#core/domain/day-moment.ts";
import { durationSentence } from "#core/domain/duration.ts";
import type { Entry, Reentry } from "#core/domain/entry.ts";
import { isDay } from "#core/domain/field-test.ts";
import type { RuleNames } from "#core/domain/segment-sentence.ts";

/** What follows "When someone". */
export function entryWords(entry: Entry, names: RuleNames): string {
  switch (entry.kind) {
    case "joins-segment":
      return `joins “${names.segments.get(entry.segmentId) ?? "…"}”`;
    case "leaves-segment":
      return `leaves “${names.segments.get(entry.segmentId) ?? "…"}”`;
    case "tag-added":
      return `gets the tag “${entry.tag || "…"}”`;
    case "tag-removed":
      return `loses the tag “${entry.tag || "…"}”`;
    case "stage-changed":
      return entry.stageId === null
        ? "comes to another stage"
        : `comes to the stage ${names.stages.get(entry.stageId) ?? "…"}`;
    case "field-changed": {
      const field = `“${names.fields.get(entry.field) ?? "…"}”`;
      return entry.to === null
        ? `has ${field} changed`
        : `has ${field} set to “${entry.to || "…"}”`;
    }
    case "date-reached":
      return dateWords(entry, names.fields.get(entry.field) ?? "…");
    case "broadcast": {
      const day = isDay(entry.date) ? dayWords(entry.date) : "…";
      return `is in “${names.segments.get(entry.segmentId) ?? "…"}” on ${day} at ${entry.time}`;
    }
    case "link-clicked": {
      const page = entry.url.trim().replace(/^https?:\/\/(?:www\.)?/iu, "") || "…";
      return `clicks a link to ${page}${entry.isBelow ? " or below" : ""}`;
    }
    case "event-received":
      return eventWords(entry);
    case "campaign-ended":
      return endWords(entry, names.campaigns.get(entry.campaignId) ?? "…");
    case "imported":
      return "is imported";
    case "by-hand":
      return "is added by hand";
  }
}

export function reentryWords(reentry: Reentry): string {
  switch (reentry.kind) {
    case "once":
      return "once ever";
    case "after-finishing": {
      const { minGapDays } = reentry;
      if (minGapDays === 0) return "again after finishing";
      return `again ${minGapDays === 1 ? "1 day" : `${minGapDays} days`} after finishing`;
    }
    case "restart":
      return "again at any time, from the start";
    case "per-event":
      return "once for each event";
  }
}

function endWords(
  { outcome }: Extract<Entry, { kind: "campaign-ended" }>,
  campaign: string,
): string {
  switch (outcome) {
    case "finished":
      return `finishes “${campaign}”`;
    case "goal-reached":
      return `reaches the goal of “${campaign}”`;
    case "goal-missed":
      return `finishes “${campaign}” without its goal`;
  }
}

function dateWords(
  { offset, side, time, isYearly }: Extract<Entry, { kind: "date-reached" }>,
  field: string,
): string {
  const day =
    offset.amount === 0
      ? `comes to “${field}”`
      : `is ${durationSentence(offset)} ${side} “${field}”`;
  return `${day}${isYearly ? " of any year" : ""}, at ${time}`;
}

const tests = { is: "is", contains: "contains", "at-least": "is at least" } as const;

function eventWords({ name, filter }: Extract<Entry, { kind: "event-received" }>): string {
  const event = `has the event “${name || "…"}”`;
  if (filter === null) return event;
  return `${event} whose ${filter.property || "…"} ${tests[filter.test]} “${filter.value || "…"}”`;
}
