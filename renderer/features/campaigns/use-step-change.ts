import type { Step } from "#core/domain/campaign.ts";
import { useStepEdits } from "./use-step-edits.ts";

/** Changes properties of one step: `change({ delay }, "delay")`. Changes of the same property are undone together. */
export function useStepChange<S extends Step>(
  step: S,
): (part: Partial<Omit<S, "kind" | "id">>, property: string) => void {
  const edits = useStepEdits();
  return (part, property) => {
    edits.update(step.id, (now) => ({ ...now, ...part }), `${property} of ${step.id}`);
  };
}
