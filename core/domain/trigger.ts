import type { StepId } from "./campaign.ts";

export type InteractionKind = "opened" | "clicked" | "replied";

/** Something a contact did, or did not do, with an earlier email of the same enrollment. */
export interface Interaction {
  readonly did: InteractionKind;
  /** True for "not opened", "not clicked", "not replied". */
  readonly negated: boolean;
  /** The last email sent in this enrollment, or a named one (a resend of it counts as it). */
  readonly target: { readonly kind: "last" } | { readonly kind: "step"; readonly stepId: StepId };
  /** Only these links count, by their stable ids; null counts any link. Only with `clicked`. */
  readonly linkIds: readonly string[] | null;
}

/** Evidence has three values; `unknown` satisfies neither "did" nor "did not". */
export type Evidence = "yes" | "no" | "unknown";
