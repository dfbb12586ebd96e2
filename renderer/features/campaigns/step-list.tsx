import type { Step } from "#core/domain/campaign.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { AddStepBar } from "./add-step-bar.tsx";
import { SplitLanes } from "./split-lanes.tsx";
import { StepGap } from "./step-gap.tsx";
import { StepRow } from "./step-row.tsx";

export interface StepListProps {
  steps: readonly Step[];
  /** Null for the campaign's own list. */
  laneId: string | null;
  /** Stands before each number: "2a." */
  prefix: string;
  /** Names the list: "Steps", "Steps of lane …". */
  label: string;
}

/** One list of steps, with a place to insert above each of them and buttons to add at its end. */
export function StepList({ steps, laneId, prefix, label }: StepListProps) {
  return (
    <ol aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.id}>
          <StepGap place={{ laneId, index }} />
          <StepRow step={step} number={`${prefix}${index + 1}`} />
          {step.kind === "split" && (
            <SplitLanes split={step} number={`${prefix}${index + 1}`} list={StepList} />
          )}
        </li>
      ))}
      <li>
        <StepGap place={{ laneId, index: steps.length }} />
        {laneId === null && steps.length === 0 && (
          <p className="flex items-center gap-1.5 pb-2 text-sm text-ink-soft">
            Most campaigns begin with an email. <Kbd keys="/" /> adds a step from the keyboard.
          </p>
        )}
        <AddStepBar
          place={{ laneId, index: steps.length }}
          label={`Add to: ${label}`}
          isSmall={laneId !== null}
        />
      </li>
    </ol>
  );
}
