import type { SplitStep, Step } from "#core/domain/campaign.ts";
import { joinWords } from "#core/domain/join-words.ts";

/** What stands under a split's lanes: who goes on with the step below it. */
export function rejoinWords(split: SplitStep): string {
  const ended = split.lanes.filter((lane) => isEnded(lane.steps));
  if (ended.length === 0) return "everyone continues here";
  if (ended.length === split.lanes.length) return "nobody continues here";
  const names = ended.map(({ name }) => `“${name || "a lane without a name"}”`);
  return `everyone but ${joinWords(names, "and")} continues here`;
}

/** Whether nobody leaves the list at its foot. */
function isEnded(steps: readonly Step[]): boolean {
  return steps.some(
    (step) =>
      step.kind === "end" ||
      (step.kind === "split" && step.lanes.every((lane) => isEnded(lane.steps))),
  );
}
