import { findStep } from "#core/domain/campaign.ts";
import type { StepId } from "#core/domain/campaign.ts";
import { useEditorState } from "./editor-context.ts";
import { stepIcon } from "./step-kinds.tsx";
import { stepNumber } from "./step-places.ts";
import { titleOf } from "./step-title.tsx";

/** What hangs at the pointer while a step is dragged. */
export function DragGhost({ stepId }: { stepId: StepId }) {
  const steps = useEditorState((state) => state.plan.steps);
  const step = findStep(steps, stepId);
  if (!step) return null;
  return (
    <div className="inline-flex h-9 max-w-80 items-center gap-2 rounded-lg bg-raised px-3 text-base font-medium text-ink shadow-high [&_svg]:size-4">
      <span className="text-sm text-ink-faint tabular-nums">{stepNumber(steps, stepId)}</span>
      <span className="text-ink-soft">{stepIcon(step.kind)}</span>
      <span className="truncate">{titleOf(step)}</span>
    </div>
  );
}
