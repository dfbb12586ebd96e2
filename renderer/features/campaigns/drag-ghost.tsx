import { useDndContext } from "@dnd-kit/core";
import { Ban } from "lucide-react";
import { findStep } from "#core/domain/campaign.ts";
import type { DragState } from "./drag-context.ts";
import { useEditorState, useStepWords } from "./editor-context.ts";
import { stepIcon } from "./step-kinds.tsx";
import { stepNumber } from "./step-places.ts";
import { titleOf } from "./step-title.tsx";

/** What hangs at the pointer while a step is dragged, with the reason where it cannot be put down. */
export function DragGhost({ stepId, problems, own }: DragState) {
  const { over } = useDndContext();
  const steps = useEditorState((state) => state.plan.steps);
  const words = useStepWords();
  const step = findStep(steps, stepId);
  if (!step) return null;
  const key = String(over?.id);
  const problem = own.has(key) ? undefined : problems.get(key);
  return (
    <div className="inline-flex max-w-96 flex-col gap-0.5 rounded-lg bg-raised px-3 py-2 text-base text-ink shadow-high">
      <span className="inline-flex items-center gap-2 font-medium [&_svg]:size-4">
        <span className="text-sm text-ink-faint tabular-nums">{stepNumber(steps, stepId)}</span>
        <span className="text-ink-soft">{stepIcon(step.kind)}</span>
        <span className="truncate">{titleOf(step, words)}</span>
      </span>
      {problem !== undefined && (
        <span className="flex items-start gap-1.5 text-sm text-pretty text-ink-soft">
          <Ban aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {problem}
        </span>
      )}
    </div>
  );
}
