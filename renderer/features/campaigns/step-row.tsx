import { useDraggable } from "@dnd-kit/core";
import { GripVertical } from "lucide-react";
import { useEffect, useRef } from "react";
import { isByLot, type Step } from "#core/domain/campaign.ts";
import { lowerFirst } from "#core/domain/lower-first.ts";
import { stepLabel } from "#core/domain/step-label.ts";
import { classes } from "../../ui/classes.ts";
import { useEditor, useEditorState } from "./editor-context.ts";
import { focusPanel } from "./focus-panel.ts";
import { StepChips } from "./step-chips.tsx";
import { stepIcon } from "./step-kinds.tsx";
import { StepMenu } from "./step-menu.tsx";
import { StepNumbers } from "./step-numbers.tsx";
import { StepProblemSign } from "./step-problem-sign.tsx";
import { StepTitle } from "./step-title.tsx";
import type { NewStepKind } from "./use-step-edits.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { WaitingHere } from "./waiting-here.tsx";

interface StepRowProps {
  step: Step;
  number: string;
}

/** One step as a sentence with editable chips. Its name opens the panel; the handle drags it. */
export function StepRow({ step, number }: StepRowProps) {
  const { store } = useEditor();
  const isOpen = useEditorState(({ selectedId }) => selectedId === step.id);
  const title = useFocusWhenAsked(step.id);
  const onKeyDown = useRowKeys(step.id);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: step.id,
    attributes: { roleDescription: "step that can be moved" },
  });
  return (
    <>
      <WaitingHere stepId={step.id} />
      <div
        ref={setNodeRef}
        role="group"
        aria-label={`Step ${number}`}
        data-step={step.id}
        onKeyDown={onKeyDown}
        className={classes(
          "group/row @container flex items-start gap-2 rounded-lg border bg-surface py-2 pr-2 pl-1 shadow-low transition-colors duration-100",
          "has-[[data-title]:focus-visible]:outline-2 has-[[data-title]:focus-visible]:outline-offset-2 has-[[data-title]:focus-visible]:outline-accent",
          isOpen ? "border-accent ring-1 ring-accent" : "border-line hover:border-line-strong",
          isDragging && "border-dashed bg-sunken",
        )}
      >
        <button
          ref={setActivatorNodeRef}
          type="button"
          {...attributes}
          {...listeners}
          data-handle
          aria-label={`Move step ${number}`}
          className="mt-0.5 grid h-6 w-4 shrink-0 cursor-grab touch-none place-items-center rounded-sm text-ink-faint opacity-0 transition-opacity group-focus-within/row:opacity-100 group-hover/row:opacity-100 hover:text-ink focus-visible:opacity-100"
        >
          <GripVertical className="size-4" aria-hidden />
        </button>
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <div className="flex min-h-7 items-center gap-2">
            <button
              ref={title}
              type="button"
              data-title
              aria-expanded={isOpen}
              aria-label={`Step ${number}: ${spokenName(step)}`}
              onClick={(event) => {
                store.select(step.id);
                // Opened by key: the keyboard goes on in the panel.
                if (event.detail === 0) focusPanel();
              }}
              className="flex min-w-0 flex-1 cursor-default items-center gap-2 self-stretch rounded-sm text-left outline-none [&_svg]:size-4 [&_svg]:shrink-0"
            >
              <span className="w-fit min-w-5 shrink-0 text-sm text-ink-faint tabular-nums">
                {number}
              </span>
              <span className="text-ink-soft">{stepIcon(lookOf(step))}</span>
              <StepTitle step={step} />
            </button>
            <StepProblemSign stepId={step.id} />
            <StepNumbers step={step} />
            <StepMenu step={step} number={number} />
          </div>
          <StepNumbers step={step} isBelow />
          <StepChips step={step} />
        </div>
      </div>
    </>
  );
}

function spokenName(step: Step): string {
  const isNamedEmail = step.kind === "email" && step.name.trim() !== "";
  return isNamedEmail ? `email ${stepLabel(step)}` : lowerFirst(stepLabel(step));
}

function lookOf(step: Step): NewStepKind {
  if (step.kind === "email" && step.resendOf !== null) return "resend";
  return step.kind === "split" && isByLot(step) ? "random-split" : step.kind;
}

/** The row's button; it takes the focus once the editor asks for it and nothing lies over the page. */
function useFocusWhenAsked(stepId: string) {
  const { store } = useEditor();
  const button = useRef<HTMLButtonElement>(null);
  const isAsked = useEditorState(({ focusId }) => focusId === stepId);
  useEffect(() => {
    if (!isAsked) return undefined;
    // A menu gives the focus back to its button while it closes; this comes after it.
    const timer = setTimeout(() => {
      button.current?.focus({ preventScroll: true });
      button.current?.scrollIntoView({ block: "nearest" });
      store.focus(null);
    }, AFTER_MENU_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isAsked, store]);
  return button;
}

const AFTER_MENU_MS = 60;
