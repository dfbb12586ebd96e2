import { Plus } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import type { StepPlace } from "#core/domain/edit-steps.ts";
import { Button } from "../../ui/button.tsx";
import { useEditorState } from "./editor-context.ts";
import { stepKinds } from "./step-kinds.tsx";
import { emailAbove, useStepEdits } from "./use-step-edits.ts";

interface AddStepBarProps {
  place: StepPlace;
  /** Which list it adds to, for a screen reader. */
  label: string;
  /** In a lane, where there are many of them. */
  isSmall?: boolean;
}

/** Adds a step at the end of a list. */
export function AddStepBar({ place, label, isSmall = false }: AddStepBarProps) {
  const edits = useStepEdits();
  const plan = useEditorState((state) => state.plan);
  const choices = stepKinds.map(({ kind, label: words }) => ({
    kind,
    words,
    isDisabled: kind === "resend" && emailAbove(plan, place) === undefined,
    onPress: () => {
      edits.add(kind, place);
    },
  }));
  if (isSmall)
    return (
      <div role="group" aria-label={label} className="flex flex-wrap items-center text-ink-soft">
        <Plus aria-hidden className="mr-1 ml-4.5 size-3.5 bg-canvas" />
        {choices.map(({ kind, words, ...rest }) => (
          <AriaButton
            key={kind}
            {...rest}
            className="h-6 cursor-default rounded-sm px-1.5 text-xs font-medium data-disabled:opacity-50 data-hovered:bg-hover data-hovered:text-ink"
          >
            {words}
          </AriaButton>
        ))}
      </div>
    );
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-1">
      {choices.map(({ kind, words, ...rest }) => (
        <Button key={kind} size="sm" icon={<Plus aria-hidden />} {...rest}>
          {words}
        </Button>
      ))}
    </div>
  );
}
