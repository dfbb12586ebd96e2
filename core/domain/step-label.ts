import type { Step } from "./campaign.ts";
import { waitSentence } from "./wait-sentence.ts";

/** What a step is called in a sentence, fit for its beginning: "“Welcome”", "The wait for 3 days". */
export function stepLabel(step: Step): string {
  switch (step.kind) {
    case "email":
      return step.name.trim() === "" ? "An email without a name" : `“${step.name.trim()}”`;
    case "wait":
      return `The wait ${waitSentence(step.until)}`;
    case "split":
      return step.name.trim() === "" ? "A split without a name" : `The split “${step.name.trim()}”`;
    case "actions":
      return "An actions step";
    case "go-to":
      return "A go-to step";
    case "end":
      return "An end step";
  }
}
