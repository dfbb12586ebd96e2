/** What puts a contact into the campaign. */
export type Entry =
  | { readonly kind: "joins-segment" | "leaves-segment"; readonly segmentId: string }
  | { readonly kind: "tag-added" | "tag-removed"; readonly tag: string }
  /** Null is any stage. */
  | { readonly kind: "stage-changed"; readonly stageId: string | null }
  /** `to` is the new value as a person types it; null is any, none too. */
  | { readonly kind: "field-changed"; readonly field: string; readonly to: string | null }
  | { readonly kind: "by-hand" };

/** How often the same person may come in. */
export type Reentry =
  | { readonly kind: "once" }
  | { readonly kind: "after-finishing"; readonly minGapDays: number };
