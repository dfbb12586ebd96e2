import type { Step } from "./campaign.ts";
import { waitSentence } from "./wait-sentence.ts";

/** What a step is called in lists and sentences. */
export function stepName(step: Step): string {
  switch (step.kind) {
    case "email":
      return step.name || "Email";
    case "split":
      return step.name || "Split";
    case "wait":
      return `Wait ${waitSentence(step.until)}`;
    case "actions":
      return "Actions";
    case "go-to":
      return "Go to";
    case "end":
      return "End";
  }
}
