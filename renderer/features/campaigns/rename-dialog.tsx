import { useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { CellFields } from "./cell-fields.tsx";
import { useEditor } from "./editor-context.ts";

/** Changes what a campaign is called and its place on the map. */
export function RenameDialog({ onClose }: { onClose: () => void }) {
  const { campaign } = useEditor();
  const [name, setName] = useState(campaign.name);
  const [goalId, setGoalId] = useState(campaign.goalId);
  const [segmentId, setSegmentId] = useState(campaign.segmentId);
  const goals = useCall("goals.list", {}).data ?? [];
  const segments = useCall("segments.list", {}).data ?? [];
  const rename = useAction("campaigns.rename", { isErrorShown: true, onDone: onClose });

  function submit() {
    rename.mutate({ id: campaign.id, name, goalId, segmentId });
  }

  return (
    <Dialog
      title="Name, goal and segment"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={submit} isPending={rename.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          autoFocus
          errorMessage={rename.error?.message}
        />
        <CellFields
          goals={goals}
          segments={segments}
          cell={{ goalId, segmentId }}
          onChange={(cell) => {
            setGoalId(cell.goalId);
            setSegmentId(cell.segmentId);
          }}
        />
        <p className="text-sm text-ink-soft">
          The segment here is the campaign’s place on the map. Who comes in is set in the first row,
          “Start”.
        </p>
        {/* Enter in the name saves. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  );
}
