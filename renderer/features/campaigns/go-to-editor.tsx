import { findStep, stepsInReach } from "#core/domain/campaign.ts";
import type { GoToStep } from "#core/domain/campaign.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { Select } from "../../ui/select.tsx";
import { DurationFields } from "./duration-fields.tsx";
import { useEditorState, useStepWords } from "./editor-context.ts";
import { stepNumber } from "./step-places.ts";
import { titleOf } from "./step-title.tsx";

const MOST_VISITS = 100;

interface GoToEditorProps {
  step: GoToStep;
  onChange: (change: Partial<GoToStep>) => void;
}

/** Where a go-to step leads, after how long, and how often. */
export function GoToEditor({ step, onChange }: GoToEditorProps) {
  const words = useStepWords();
  const steps = useEditorState((state) => state.plan.steps);
  const targets = stepsInReach(steps, step.id);
  if (targets.length === 0)
    return (
      <p className="text-base text-ink-soft">There is no other step yet that it could lead to.</p>
    );
  return (
    <div className="flex flex-col gap-4">
      <Select
        label="Go to"
        placeholder="Choose a step"
        options={targets.map((target) => ({
          value: target.id,
          label: `${stepNumber(steps, target.id)} · ${titleOf(target, words)}`,
        }))}
        value={findStep(steps, step.to) ? step.to : null}
        onChange={(to) => {
          onChange({ to });
        }}
      />
      <DurationFields
        label="After"
        value={step.delay}
        onChange={(delay) => {
          onChange({ delay });
        }}
      />
      <NumberField
        label="At most so many times per person"
        description="Then they go on with the step below."
        value={step.visits}
        minValue={1}
        maxValue={MOST_VISITS}
        onChange={(visits) => {
          if (Number.isFinite(visits)) onChange({ visits });
        }}
      />
    </div>
  );
}
