import { must } from "#core/shared/assert.ts";
import type { Tone } from "../../ui/tone.ts";
import {
  type Counts,
  formatMany,
  type ImportStatus,
  leftOut,
  resultWords,
  touched,
} from "./import-words.ts";

interface Outcome {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

/** How an import that is over ended, in a heading and a sentence. */
export function outcomeOf({
  state,
  result,
  problem,
}: Pick<ImportStatus, "state" | "result" | "problem">): Outcome {
  switch (state) {
    case "done":
      return doneOutcome(must(result));
    case "cancelled":
      return {
        tone: "neutral",
        title: "This import was stopped",
        text: problem ?? "It was discarded before anything was imported.",
      };
    case "undone":
      return {
        tone: problem === null ? "neutral" : "warn",
        title: "This import was undone",
        text: problem ?? "Every contact it added or changed is as it was before.",
      };
    case "failed":
    case "uploading":
    case "mapping":
    case "running":
      return {
        tone: "bad",
        title: "This file was not imported",
        text: problem ?? "Nothing was changed. Choose the file again.",
      };
  }
}

function doneOutcome(result: Counts): Outcome {
  const rest = leftOut(result);
  const text =
    rest === 0 ? "No row was left out." : `${formatMany(rest, "row was", "rows were")} left out.`;
  if (touched(result) === 0) return { tone: "neutral", title: "Nothing had to be changed", text };
  return { tone: "good", title: `Imported: ${resultWords(result)}`, text };
}
