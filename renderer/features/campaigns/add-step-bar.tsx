import { Plus } from "lucide-react";
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
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-1">
      {stepKinds.map(({ kind, label: words }) => (
        <Button
          key={kind}
          size="sm"
          variant={isSmall ? "quiet" : "secondary"}
          icon={<Plus aria-hidden />}
          isDisabled={kind === "resend" && emailAbove(plan, place) === undefined}
          onPress={() => {
            edits.add(kind, place);
          }}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}
