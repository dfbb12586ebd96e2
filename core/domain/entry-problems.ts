import type { Action } from "./action.ts";
import { walkSteps, type CampaignPlan } from "./campaign.ts";
import { problemAt } from "./campaign-facts.ts";
import type { CampaignFacts, CampaignProblem } from "./campaign-facts.ts";
import { broadcastAt, type BroadcastEntry, type DateEntry } from "./date-entry.ts";
import { dayWords } from "./day-moment.ts";
import type { Entry } from "./entry.ts";
import { readNumberText } from "./field-test.ts";
import { readFieldValue } from "./field-value.ts";
import { scheduleProblem } from "./schedule.ts";
import { startsOn, type ContactChange } from "./starts-on.ts";
import { isPageAddress, isSameLink } from "./same-link.ts";

/** Everything wrong with who enters a campaign, in words. */
export function entryProblems(plan: CampaignPlan, facts: CampaignFacts): CampaignProblem[] {
  const { entries } = plan;
  if (entries.length === 0)
    return [
      problemAt(
        null,
        "error",
        "Nobody can enter this campaign: choose what starts it, at the top.",
      ),
    ];
  const problems: CampaignProblem[] = [];
  for (const entry of entries) {
    const error = entryError(entry, plan, facts);
    if (error !== undefined) problems.push(problemAt(null, "error", error));
    const note = error === undefined ? entryNote(entry, plan, facts) : undefined;
    if (note !== undefined) problems.push(problemAt(null, "note", note));
  }
  const distinct = new Set(entries.map((entry) => JSON.stringify(entry)));
  if (distinct.size < entries.length)
    problems.push(problemAt(null, "note", "The same entry is there twice; one is enough."));
  if (plan.reentry.kind !== "once" && startsItself(plan))
    problems.push(
      problemAt(
        null,
        "note",
        "This campaign’s own actions bring the same people in again. Let it take everyone once, unless that is meant.",
      ),
    );
  const circle = plan.reentry.kind === "once" ? undefined : circleOf(entries, facts);
  if (circle) problems.push(problemAt(null, "note", circleWords(circle, facts)));
  return problems;
}

/** What keeps an entry from ever starting anybody, as a sentence. */
function entryError(entry: Entry, plan: CampaignPlan, facts: CampaignFacts): string | undefined {
  switch (entry.kind) {
    case "joins-segment":
    case "leaves-segment":
      if (entry.segmentId === "") return "An entry names no segment: choose one.";
      return facts.segmentRules.has(entry.segmentId)
        ? undefined
        : "An entry names a segment that is gone: choose another.";
    case "tag-added":
    case "tag-removed":
      return entry.tag.trim() === "" ? "An entry names no tag: type one." : undefined;
    case "stage-changed":
      if (entry.stageId === "") return "An entry names no stage: choose one.";
      return entry.stageId === null || facts.stageIds.has(entry.stageId)
        ? undefined
        : "An entry names a stage that is gone: choose another.";
    case "field-changed":
      return fieldEntryProblem(entry, facts);
    case "campaign-ended":
      return campaignEntryProblem(entry, facts);
    case "date-reached":
      return dateEntryProblem(entry, facts);
    case "broadcast":
      return broadcastProblem(entry, plan, facts);
    case "event-received":
      return eventEntryProblem(entry);
    case "link-clicked":
      if (entry.url.trim() === "") return "An entry waits for a click but names no link: give one.";
      if (!isPageAddress(entry.url))
        return `An entry waits for a click on “${entry.url.trim()}”, which is no address of a web page: begin it with https://.`;
      return facts.hasRelay
        ? undefined
        : "An entry waits for a click, but without a relay none is ever heard: set one up in Settings, or choose another entry.";
    case "imported":
    case "by-hand":
      return undefined;
  }
}

function campaignEntryProblem(
  { campaignId, outcome }: Extract<Entry, { kind: "campaign-ended" }>,
  facts: CampaignFacts,
): string | undefined {
  if (campaignId === "") return "An entry waits for another campaign but names none: choose one.";
  if (campaignId === facts.campaignId)
    return "An entry waits for the very campaign it is in: choose another.";
  const other = facts.campaigns.get(campaignId);
  if (!other) return "An entry waits for a campaign that is gone: choose another.";
  return outcome === "finished" || other.hasGoal
    ? undefined
    : `An entry waits for the goal of “${other.name}”, which has none: give it one, or choose “finishes it”.`;
}

/** Why an entry starts nobody for now. */
function entryNote(entry: Entry, plan: CampaignPlan, facts: CampaignFacts): string | undefined {
  if (entry.kind === "broadcast")
    return isPast(entry, plan, facts)
      ? `${dayWords(entry.date)} at ${entry.time} is past, so nobody starts by it any more.`
      : undefined;
  if (entry.kind === "event-received" && !facts.hasRelay)
    return "Without a relay nothing is heard of your website; only an event you write down on a person’s page starts somebody.";
  if (entry.kind === "link-clicked")
    return facts.linkUrls.some((url) => isSameLink(entry, url))
      ? undefined
      : `No email leads to ${entry.url.trim()} yet, so nobody can click it.`;
  if (entry.kind !== "campaign-ended") return undefined;
  const other = facts.campaigns.get(entry.campaignId);
  if (other?.state === "draft") return `“${other.name}” is not live, so nobody finishes it yet.`;
  return other?.state === "stopped"
    ? `“${other.name}” was stopped, so nobody finishes it any more.`
    : undefined;
}

/** Whether an action of the plan is what one of its entries waits for. */
function startsItself({ entries, steps }: CampaignPlan): boolean {
  for (const step of walkSteps(steps)) {
    if (!("actions" in step)) continue;
    for (const action of step.actions) {
      const change = changeBy(action);
      if (change && entries.some((entry) => startsOn(entry, change))) return true;
    }
  }
  return false;
}

function changeBy(action: Action): ContactChange | undefined {
  switch (action.kind) {
    case "add-tag":
      return { kind: "tag-added", tag: action.tag };
    case "remove-tag":
      return { kind: "tag-removed", tag: action.tag };
    case "set-stage":
      return { kind: "stage-changed", stageId: action.stageId };
    case "set-field":
      return { kind: "field-changed", field: action.field, value: action.value };
    case "clear-field":
      return { kind: "field-changed", field: action.field, value: null };
    default:
      return undefined;
  }
}

/** The campaigns through which this one starts after itself, from the one it starts after on. */
function circleOf(entries: readonly Entry[], facts: CampaignFacts): string[] | undefined {
  const seen = new Set<string>();
  function search(id: string, path: readonly string[]): string[] | undefined {
    const way = [...path, id];
    const sources = facts.campaigns.get(id)?.startsAfter ?? [];
    if (sources.includes(facts.campaignId)) return way;
    if (seen.has(id)) return undefined;
    seen.add(id);
    return firstOf(sources, (source) => search(source, way));
  }
  return firstOf(entries, (entry) =>
    entry.kind === "campaign-ended" ? search(entry.campaignId, []) : undefined,
  );
}

function firstOf<T, R>(list: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function circleWords(circle: readonly string[], facts: CampaignFacts): string {
  const names = circle.map((id) => `“${facts.campaigns.get(id)?.name ?? ""}”`);
  const links = names.map((name, at) => `${name} after ${names[at + 1] ?? "this one"}`);
  return `This campaign starts after ${names[0] ?? ""}, ${links.join(", ")}: people can go round. Let one of them take everyone once, unless that is meant.`;
}

function broadcastProblem(
  entry: BroadcastEntry,
  plan: CampaignPlan,
  facts: CampaignFacts,
): string | undefined {
  const { segmentId, date } = entry;
  if (segmentId === "") return "An entry on a day names no segment: choose one.";
  if (!facts.segmentRules.has(segmentId))
    return "An entry on a day names a segment that is gone: choose another.";
  if (date === "") return "An entry waits for a day but names none: choose one.";
  const isNew = facts.campaigns.get(facts.campaignId)?.state === "draft";
  return isNew && isPast(entry, plan, facts)
    ? `${dayWords(date)} at ${entry.time} is past, so nobody would start: choose another day.`
    : undefined;
}

function isPast(entry: BroadcastEntry, { schedule }: CampaignPlan, facts: CampaignFacts): boolean {
  return (
    scheduleProblem(schedule) === undefined && broadcastAt(entry, schedule, facts.zone) <= facts.now
  );
}

function eventEntryProblem({
  name,
  filter,
}: Extract<Entry, { kind: "event-received" }>): string | undefined {
  if (name.trim() === "") return "An entry waits for an event but names none: type its name.";
  if (filter === null) return undefined;
  if (filter.property.trim() === "")
    return "An entry asks for a detail of its event but names none: type its name, or take the condition away.";
  if (filter.value.trim() === "")
    return "An entry asks for a detail of its event but not what it is to be: type it, or take the condition away.";
  return filter.test === "at-least" && readNumberText(filter.value) === undefined
    ? `An entry asks for at least “${filter.value.trim()}”, which is no number: type another.`
    : undefined;
}

function dateEntryProblem({ field }: DateEntry, facts: CampaignFacts): string | undefined {
  if (field === "") return "An entry waits for a date but names no field: choose one.";
  const type = facts.fieldTypes.get(field);
  if (type === undefined) return "An entry waits for a date whose field is gone: choose another.";
  return type === "date"
    ? undefined
    : "An entry waits for a date, but its field holds none: choose another.";
}

function fieldEntryProblem(
  { field, to }: Extract<Entry, { kind: "field-changed" }>,
  facts: CampaignFacts,
): string | undefined {
  if (field === "") return "An entry names no field: choose one.";
  const type = facts.fieldTypes.get(field);
  if (type === undefined) return "An entry names a field that is gone: choose another.";
  if (to === null) return undefined;
  if (to.trim() === "") return "An entry waits for a value but names none: type one.";
  if (readFieldValue(to, type) !== undefined) return undefined;
  return "An entry waits for a value its field can never have: type another.";
}
