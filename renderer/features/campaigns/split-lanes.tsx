import { CornerDownLeft } from "lucide-react";
import type { ComponentType } from "react";
import type { Lane, SplitStep } from "#core/domain/campaign.ts";
import { setLaneCondition } from "#core/domain/edit-lanes.ts";
import { Badge } from "../../ui/badge.tsx";
import { Chip } from "../../ui/chip.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { useEditor, useStepWords } from "./editor-context.ts";
import { rejoinWords } from "./rejoin-words.ts";
import type { StepListProps } from "./step-list.tsx";
import { conditionWords } from "./step-words.ts";
import { useStepEdits } from "./use-step-edits.ts";

interface SplitLanesProps {
  split: SplitStep;
  /** The split's own number, such as "2". */
  number: string;
  /** Draws a lane's steps; given, because a list of steps draws lanes in its turn. */
  list: ComponentType<StepListProps>;
}

/** The lanes of a split under its row, indented, and where they come together again. */
export function SplitLanes({ split, number, list: List }: SplitLanesProps) {
  return (
    <div className="ml-6 border-l border-line-strong pl-6">
      {split.lanes.map((lane, index) => {
        const letter = `${number}${String.fromCodePoint(97 + index)}`;
        return (
          <section key={lane.id} aria-label={`Lane ${letter}: ${lane.name}`} className="pt-4">
            <LaneHead split={split} lane={lane} letter={letter} />
            <List
              steps={lane.steps}
              laneId={lane.id}
              prefix={`${letter}.`}
              label={`Steps of lane ${letter}`}
            />
          </section>
        );
      })}
      <p className="flex items-center gap-1.5 pt-4 text-sm text-ink-soft">
        <CornerDownLeft aria-hidden className="-ml-8 size-4 bg-canvas" />
        <span className="pl-2">{rejoinWords(split)}</span>
      </p>
    </div>
  );
}

interface LaneHeadProps {
  split: SplitStep;
  lane: Lane;
  letter: string;
}

const leads = { rule: "if:", interaction: "if they", share: "" };

function LaneHead({ split, lane, letter }: LaneHeadProps) {
  const words = useStepWords();
  const edits = useStepEdits();
  const { campaign } = useEditor();
  const { condition } = lane;
  const won = campaign.winners.find(({ stepId }) => stepId === split.id);
  const isWon = split.lanes.some(({ id }) => id === won?.laneId);
  const result = won?.results.find(({ laneId }) => laneId === lane.id);
  return (
    <header className="relative flex flex-wrap items-center gap-x-2 gap-y-1">
      <span aria-hidden className="absolute top-1/2 -left-6 h-px w-5 bg-line-strong" />
      <span className="text-xs font-semibold text-ink-faint tabular-nums">{letter}</span>
      <span className="text-base font-semibold text-ink">{lane.name || "Without a name"}</span>
      {condition === null ? (
        <span className="text-sm text-ink-soft">
          {split.winner && !isWon ? "held until the best lane is known" : "otherwise"}
        </span>
      ) : (
        <Chip
          label={`Condition of lane ${letter}`}
          value={`${leads[condition.kind]} ${conditionWords(condition, words)}`.trim()}
          width={condition.kind === "rule" ? 480 : 340}
        >
          <ConditionFields
            split={split}
            condition={condition}
            onChange={(next) => {
              edits.change((plan) => setLaneCondition(plan, lane.id, next));
            }}
          />
        </Chip>
      )}
      {won?.laneId === lane.id && <Badge tone="good">Best</Badge>}
      {result && (
        <span className="text-sm text-ink-soft tabular-nums">
          {result.successes} of {result.people}
        </span>
      )}
    </header>
  );
}
