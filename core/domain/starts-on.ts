import type { CampaignOutcome, Entry } from "./entry.ts";
import { isEvent, type ContactEvent } from "./contact-event.ts";
import { isSameLink } from "./same-link.ts";
import { isTyped } from "./is-typed.ts";
import type { FieldValue } from "./field-value.ts";

/** What happened to a contact, or what they did, that may start a campaign, as its event tells it. */
export type ContactChange =
  | { readonly kind: "tag-added" | "tag-removed"; readonly tag: string }
  | { readonly kind: "stage-changed"; readonly stageId: string | null }
  | { readonly kind: "field-changed"; readonly field: string; readonly value: FieldValue | null }
  | {
      readonly kind: "campaign-ended";
      readonly campaignId: string;
      readonly outcomes: readonly CampaignOutcome[];
    }
  | { readonly kind: "imported" }
  | ({ readonly kind: "event" } & ContactEvent)
  | {
      readonly kind: "clicked";
      readonly url: string | null;
      readonly class: "human" | "machine" | "unsure";
    };

/** True where `change` is what the entry waits for. Segments and dates are watched apart from changes. */
export function startsOn(entry: Entry, change: ContactChange): boolean {
  switch (entry.kind) {
    case "tag-added":
    case "tag-removed":
      return change.kind === entry.kind && change.tag === entry.tag;
    case "stage-changed":
      return (
        change.kind === entry.kind && (entry.stageId === null || change.stageId === entry.stageId)
      );
    case "field-changed":
      if (change.kind !== entry.kind || change.field !== entry.field) return false;
      return entry.to === null || isTyped(change.value, entry.to);
    case "campaign-ended":
      return (
        change.kind === entry.kind &&
        change.campaignId === entry.campaignId &&
        change.outcomes.includes(entry.outcome)
      );
    case "imported":
      return change.kind === entry.kind;
    case "event-received":
      return change.kind === "event" && isEvent(entry, change);
    case "link-clicked":
      if (change.kind !== "clicked" || change.url === null) return false;
      if (change.class !== "human" && !(change.class === "unsure" && entry.alsoUnsure))
        return false;
      return isSameLink(entry, change.url);
    case "joins-segment":
    case "leaves-segment":
    case "date-reached":
    case "broadcast":
    case "by-hand":
      return false;
  }
}
