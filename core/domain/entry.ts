import type { Duration } from "./campaign.ts";
import type { PropertyTest } from "./contact-event.ts";
import type { WantedLink } from "./same-link.ts";

/** What puts a contact into the campaign. */
export type Entry =
  | { readonly kind: "joins-segment" | "leaves-segment"; readonly segmentId: string }
  | { readonly kind: "tag-added" | "tag-removed"; readonly tag: string }
  /** Null is any stage. */
  | { readonly kind: "stage-changed"; readonly stageId: string | null }
  /** `to` is the new value as a person types it; null is any, none too. */
  | { readonly kind: "field-changed"; readonly field: string; readonly to: string | null }
  /** They stood in a list that was imported, new or known, where the import was told to start campaigns. */
  | { readonly kind: "imported" }
  /** Their way through another campaign is over. */
  | {
      readonly kind: "campaign-ended";
      readonly campaignId: string;
      readonly outcome: CampaignOutcome;
    }
  /** In whichever e-mail the link stood. Clicks of programs never count, `alsoUnsure` counts what may be one. */
  | ({ readonly kind: "link-clicked"; readonly alsoUnsure: boolean } & WantedLink)
  /** The date in a field of theirs, or so long before or after it, at a time of day on the campaign's clock. */
  | {
      readonly kind: "date-reached";
      readonly field: string;
      readonly offset: Duration;
      readonly side: "before" | "after";
      /** "HH:MM" */
      readonly time: string;
      readonly isYearly: boolean;
    }
  /**
   * Everyone who is in the segment at one moment: "yyyy-mm-dd", or empty until it is chosen, and "HH:MM", on the
   * campaign's clock where it fixes one, else on the business's.
   */
  | {
      readonly kind: "broadcast";
      readonly segmentId: string;
      readonly date: string;
      readonly time: string;
    }
  /** Something happened to them, by its name, with a property that is so where one is asked for. */
  | {
      readonly kind: "event-received";
      readonly name: string;
      readonly filter: PropertyTest | null;
    }
  | { readonly kind: "by-hand" };

/**
 * How somebody's way through a campaign ends: at its goal, or at its foot without it; both are `finished`. Whoever
 * leaves in another way (unsubscribed, replied, was taken out) has no outcome.
 */
export type CampaignOutcome = "finished" | "goal-reached" | "goal-missed";

/** How often the same person may come in. */
export type Reentry =
  | { readonly kind: "once" }
  | { readonly kind: "after-finishing"; readonly minGapDays: number }
  /** Whoever is inside leaves and begins anew. */
  | { readonly kind: "restart" }
  /** Side by side, a run for each cause, up to `MOST_AT_ONCE`. */
  | { readonly kind: "per-event" };
