import { Copy, Trash2 } from "lucide-react";
import type { Step } from "#core/domain/campaign.ts";
import { Button } from "../../ui/button.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { ActionsEditor } from "./actions-editor.tsx";
import { useEditor, useEditorState, useStepWords } from "./editor-context.ts";
import { EmailPanel } from "./email-panel.tsx";
import { GoToEditor } from "./go-to-editor.tsx";
import { PANEL_ID } from "./focus-panel.ts";
import { SplitPanel } from "./split-panel.tsx";
import { StepProblems } from "./step-problems.tsx";
import { stepNumber } from "./step-places.ts";
import { titleOf } from "./step-title.tsx";
import { useStepChange } from "./use-step-change.ts";
import { useStepEdits } from "./use-step-edits.ts";
import { WaitEditor } from "./wait-editor.tsx";

/** Everything about the step that is open. Closing it gives the focus back to its row. */
export function StepPanel({ step }: { step: Step }) {
  const { store } = useEditor();
  const edits = useStepEdits();
  const words = useStepWords();
  const steps = useEditorState((state) => state.plan.steps);
  return (
    <div id={PANEL_ID} className="flex min-h-0">
      <SidePanel
        title={`${stepNumber(steps, step.id)} · ${titleOf(step, words)}`}
        width={400}
        onClose={() => {
          store.select(null);
          store.focus(step.id);
        }}
        footer={
          <>
            <Button
              size="sm"
              variant="quiet"
              icon={<Copy aria-hidden />}
              onPress={() => {
                edits.duplicate(step.id);
              }}
            >
              Duplicate
            </Button>
            <Button
              size="sm"
              variant="quiet"
              icon={<Trash2 aria-hidden />}
              onPress={() => {
                edits.remove(step.id);
              }}
            >
              Remove
            </Button>
          </>
        }
      >
        <div data-panel-body className="flex flex-col gap-4" key={step.id}>
          {step.kind !== "email" && <StepProblems stepId={step.id} />}
          <PanelBody step={step} />
        </div>
      </SidePanel>
    </div>
  );
}

function PanelBody({ step }: { step: Step }) {
  const change = useStepChange(step);
  switch (step.kind) {
    case "email":
      return <EmailPanel step={step} />;
    case "split":
      return <SplitPanel split={step} />;
    case "wait":
      return (
        <WaitEditor
          step={step}
          onChange={(until) => {
            change({ until }, "wait");
          }}
        />
      );
    case "actions":
      return (
        <>
          <p className="text-base text-ink-soft">
            Done once for everyone who gets here, in this order.
          </p>
          <ActionsEditor
            actions={step.actions}
            onChange={(actions) => {
              change({ actions }, "actions");
            }}
          />
        </>
      );
    case "go-to":
      return (
        <GoToEditor
          step={step}
          onChange={(next) => {
            change(next, "go to");
          }}
        />
      );
    case "end":
      return (
        <p className="text-base text-ink-soft">
          Whoever gets here has finished the campaign. Nothing below it in the same list is reached.
        </p>
      );
  }
}
