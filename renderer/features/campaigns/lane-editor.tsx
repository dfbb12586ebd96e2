import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { Lane, SplitStep } from "#core/domain/campaign.ts";
import { moveLane, removeLane, renameLane, setLaneCondition } from "#core/domain/edit-lanes.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { TextField } from "../../ui/text-field.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { useEditor } from "./editor-context.ts";
import { useStepEdits } from "./use-step-edits.ts";

interface LaneEditorProps {
  split: SplitStep;
  lane: Lane;
  index: number;
}

/** One lane in the panel: its name, who takes it, its place among the others. */
export function LaneEditor({ split, lane, index }: LaneEditorProps) {
  const { store } = useEditor();
  const edits = useStepEdits();
  const { condition } = lane;
  const letter = String.fromCodePoint(97 + index);

  function move(toIndex: number) {
    edits.change((plan) => moveLane(plan, lane.id, toIndex));
  }

  function remove() {
    if (!edits.change((plan) => removeLane(plan, lane.id))) return;
    const { plan: without } = store.getState();
    showToast({
      text: `Removed the lane “${lane.name}”${stepWords(lane.steps.length)}.`,
      undo: () => {
        if (store.getState().plan === without) store.undo();
        else showToast({ text: "Other changes came after it; use undo.", kind: "note" });
      },
    });
  }

  return (
    <div
      role="group"
      aria-label={`Lane ${letter}`}
      className="flex flex-col gap-3 rounded-lg border border-line p-3"
    >
      <div className="flex items-end gap-1">
        <div className="min-w-0 flex-1">
          <TextField
            label={`Lane ${letter}`}
            value={lane.name}
            onChange={(name) => {
              edits.change((plan) => renameLane(plan, lane.id, name), `name of lane ${lane.id}`);
            }}
          />
        </div>
        {condition !== null && (
          <>
            <IconButton
              label={`Try lane ${letter} earlier`}
              icon={<ArrowUp />}
              isDisabled={index === 0}
              onPress={() => {
                move(index - 1);
              }}
            />
            <IconButton
              label={`Try lane ${letter} later`}
              icon={<ArrowDown />}
              isDisabled={index >= split.lanes.length - 2}
              onPress={() => {
                move(index + 1);
              }}
            />
            <IconButton label={`Remove lane ${letter}`} icon={<Trash2 />} onPress={remove} />
          </>
        )}
      </div>
      {condition === null ? (
        <p className="text-sm text-ink-soft">
          Otherwise: everyone no lane above takes, so nobody is left standing.
        </p>
      ) : (
        <ConditionFields
          split={split}
          condition={condition}
          onChange={(next) => {
            edits.change(
              (plan) => setLaneCondition(plan, lane.id, next),
              `condition of lane ${lane.id}`,
            );
          }}
        />
      )}
    </div>
  );
}

function stepWords(steps: number): string {
  if (steps === 0) return "";
  return steps === 1 ? " and the step in it" : ` and the ${steps} steps in it`;
}
