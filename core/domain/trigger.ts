import type { StepId } from "./campaign.ts";

export type InteractionKind = "opened" | "clicked" | "replied";

/** Emails of this enrollment. A resend counts as the email it sends again; only what was sent to the person counts. */
export type InteractionTarget =
  | { readonly kind: "last" }
  | { readonly kind: "step"; readonly stepId: StepId }
  /** So many of these, or of all that were sent before where `stepIds` is null. Negated: fewer than that. */
  | {
      readonly kind: "several";
      readonly stepIds: readonly StepId[] | null;
      readonly atLeast: number | "all";
    };

/** Something a contact did, or did not do, with an earlier email of the same enrollment. */
export interface Interaction {
  readonly did: InteractionKind;
  /** True for "not opened", "not clicked", "not replied". */
  readonly negated: boolean;
  readonly target: InteractionTarget;
  /** Only these links count, by their stable ids; null counts any link. Only with `clicked`. */
  readonly linkIds: readonly string[] | null;
}

/** Evidence has three values; `unknown` satisfies neither "did" nor "did not". */
export type Evidence = "yes" | "no" | "unknown";
