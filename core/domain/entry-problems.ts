import type { CampaignFacts } from "./campaign-facts.ts";
import type { Entry } from "./entry.ts";
import { readFieldValue } from "./field-value.ts";

/** What keeps an entry from ever starting anybody, as a sentence; undefined where nothing does. */
export function entryProblem(entry: Entry, facts: CampaignFacts): string | undefined {
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
    case "by-hand":
      return undefined;
  }
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
