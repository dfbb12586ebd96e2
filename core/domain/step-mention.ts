import type { Step } from "./campaign.ts";
import { stepLabel } from "./step-label.ts";

/**
 * A step where it is only mentioned, fit for a sentence's beginning: "“Welcome”", "The wait for 3 days", "A split".
 * Unlike in a problem's sentence, that it has no name is nothing to be told there.
 */
export function stepMention(step: Step): string {
  if (!("name" in step) || step.name.trim() !== "") return stepLabel(step);
  return step.kind === "email" ? "An email" : "A split";
}
