/** A rule over contacts: a tree of and (`all`), or (`any`) and not (`none`) over conditions. */
export type SegmentRule =
  | { readonly kind: "all" | "any" | "none"; readonly rules: readonly SegmentRule[] }
  | SegmentCondition;

export type TextTest = "is" | "is-not" | "contains" | "starts-with" | "ends-with";
export type OrderTest = "less-than" | "at-most" | "at-least" | "more-than";

export type SegmentCondition =
  | { readonly kind: "stage"; readonly test: "is" | "is-not"; readonly stageIds: readonly string[] }
  | { readonly kind: "tag"; readonly test: "has" | "has-not"; readonly tag: string }
  | { readonly kind: "status"; readonly test: "is" | "is-not"; readonly status: ContactStatus }
  | {
      readonly kind: "field";
      /** A field key, or one of `address`, `first_name`, `last_name`, `time_zone`. */
      readonly field: string;
      readonly test:
        | TextTest
        | OrderTest
        | "is-blank"
        | "is-not-blank"
        | "before"
        | "after"
        | "within-last-days"
        | "within-next-days";
      /** Text, a number or a date (yyyy-mm-dd) as the field's type asks; days for the within tests; ignored by the blank ones. */
      readonly value: string;
    }
  | { readonly kind: "in-segment"; readonly test: "is" | "is-not"; readonly segmentId: string }
  | {
      /** Emails were sent, opened (by a human), clicked (by a human) or replied to in the last N days, or ever (null). */
      readonly kind: "activity";
      readonly did: "sent" | "opened" | "clicked" | "replied";
      readonly test: "did" | "did-not";
      readonly lastDays: number | null;
      /** Only this campaign's emails, or any. */
      readonly campaignId: string | null;
    };

export type ContactStatus =
  | "subscribed"
  | "unsubscribed"
  | "bounced"
  | "complained"
  | "unconfirmed"
  | "archived";
