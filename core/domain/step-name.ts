import type { Step } from "./campaign.ts";
import { durationSentence } from "./duration.ts";

/** What a step is called in lists and sentences. */
export function stepName(step: Step): string {
  switch (step.kind) {
    case "email":
      return step.name || "Email";
    case "split":
      return step.name || "Split";
    case "wait":
      return step.until.kind === "for"
        ? `Wait ${durationSentence(step.until.duration)}`
        : `Wait until ${step.until.time}`;
    case "actions":
      return "Actions";
    case "end":
      return "End";
  }
}
