import { Plus } from "lucide-react";
import { isByLot, type SplitStep } from "#core/domain/campaign.ts";
import { addLane } from "#core/domain/edit-lanes.ts";
import { newLane } from "#core/domain/new-step.ts";
import { newId } from "../../client/new-id.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { firstCondition } from "./condition-fields.tsx";
import { DeadlineEditor } from "./deadline-editor.tsx";
import { LaneEditor } from "./lane-editor.tsx";
import { useStepChange } from "./use-step-change.ts";
import { WinnerEditor } from "./winner-editor.tsx";
import { useStepEdits } from "./use-step-edits.ts";

/** When a split decides, and its lanes in the order they are tried. */
export function SplitPanel({ split }: { split: SplitStep }) {
  const change = useStepChange(split);
  const edits = useStepEdits();
  return (
    <>
      <TextField
        label="Name"
        placeholder="What it asks, such as “Interested?”"
        value={split.name}
        onChange={(name) => {
          change({ name }, "name");
        }}
      />
      {isByLot(split) ? (
        <WinnerEditor
          winner={split.winner}
          onChange={(winner) => {
            change({ winner }, "winner");
          }}
        />
      ) : (
        <DeadlineEditor
          within={split.within}
          onChange={(within) => {
            change({ within }, "within");
          }}
        />
      )}
      <section aria-label="Lanes" className="flex flex-col gap-3 border-t border-line pt-4">
        <div className="flex flex-col gap-0.5">
          <h3 className="text-sm font-medium text-ink">Lanes</h3>
          <p className="text-sm text-ink-soft">
            Tried from the top. Each person takes the first that fits.
          </p>
        </div>
        {split.lanes.map((lane, index) => (
          <LaneEditor key={lane.id} split={split} lane={lane} index={index} />
        ))}
        <div>
          <Button
            size="sm"
            icon={<Plus aria-hidden />}
            onPress={() => {
              const lane = isByLot(split)
                ? newLane(newId, nextLetter(split), { kind: "share", percent: 10 })
                : newLane(newId, "Opened", firstCondition("interaction"));
              edits.change((plan) => addLane(plan, split.id, lane));
            }}
          >
            Add lane
          </Button>
        </div>
      </section>
    </>
  );
}

/** What lanes drawn by lot are called: A, B, C. */
function nextLetter({ lanes }: SplitStep): string {
  const taken = new Set(lanes.map(({ name }) => name));
  const letters = Array.from({ length: lanes.length + 1 }, (_, n) => String.fromCodePoint(65 + n));
  return letters.find((letter) => !taken.has(letter)) ?? "";
}
