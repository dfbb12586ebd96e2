import type { Entry } from "#core/domain/entry.ts";

/** What can put people into a campaign, as it follows "When someone". */
export const entryKinds: readonly { value: Entry["kind"]; label: string }[] = [
  { value: "joins-segment", label: "Joins a segment" },
  { value: "leaves-segment", label: "Leaves a segment" },
  { value: "tag-added", label: "Gets a tag" },
  { value: "tag-removed", label: "Loses a tag" },
  { value: "stage-changed", label: "Comes to a stage" },
  { value: "field-changed", label: "Has a field changed" },
  { value: "date-reached", label: "Comes to a date of theirs" },
  { value: "broadcast", label: "Is in a segment on a day you choose" },
  { value: "link-clicked", label: "Clicks a link" },
  { value: "event-received", label: "Has an event, such as a page seen" },
  { value: "campaign-ended", label: "Finishes another campaign" },
  { value: "imported", label: "Is imported" },
  { value: "by-hand", label: "Is added by hand" },
];

/** An entry as it is when its kind was just chosen. `segmentId` is the campaign's own. */
export function firstEntry(kind: Entry["kind"], segmentId: string | null): Entry {
  switch (kind) {
    case "joins-segment":
    case "leaves-segment":
      return { kind, segmentId: segmentId ?? "" };
    case "tag-added":
    case "tag-removed":
      return { kind, tag: "" };
    case "stage-changed":
      return { kind, stageId: null };
    case "field-changed":
      return { kind, field: "", to: null };
    case "date-reached":
      return {
        kind,
        field: "",
        offset: { amount: 0, unit: "days" },
        side: "before",
        time: "09:00",
        isYearly: false,
      };
    case "broadcast":
      return { kind, segmentId: segmentId ?? "", date: "", time: "09:00" };
    case "link-clicked":
      return { kind, url: "", isBelow: false, alsoUnsure: false };
    case "event-received":
      return { kind, name: "", filter: null };
    case "campaign-ended":
      return { kind, campaignId: "", outcome: "finished" };
    case "imported":
    case "by-hand":
      return { kind };
  }
}
