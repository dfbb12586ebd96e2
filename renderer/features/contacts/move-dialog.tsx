import { useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Select } from "../../ui/select.tsx";
import { showToast } from "../../ui/show-toast.ts";
import type { Contact } from "./details.ts";

interface MoveDialogProps {
  run: Contact["enrollments"][number];
  who: string;
  onClose: () => void;
}

/** Moves somebody to another step of the campaign they are in. */
export function MoveDialog({ run, who, onClose }: MoveDialogProps) {
  const places = useCall("runs.places", { id: run.id });
  const [chosen, setChosen] = useState<string | null>(null);
  const place = places.data?.find(({ stepId }) => stepId === chosen);
  const move = useAction("runs.moveTo", {
    onDone: () => {
      onClose();
      showToast({ text: `${who} was moved in “${run.campaignName}”` });
    },
  });
  return (
    <Dialog
      title={`Move ${who} in “${run.campaignName}”`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={move.isPending}
            isDisabled={!place}
            onPress={() => {
              if (place) move.mutate({ id: run.id, stepId: place.stepId });
            }}
          >
            Move
          </Button>
        </>
      }
    >
      <Loaded call={places} height={80}>
        {(steps) => (
          <Select
            label="To which step"
            placeholder="Choose a step"
            description="They go on from there as if they had just come to it. What is queued where they are now is not sent."
            options={steps.map((step) => ({ value: step.stepId, label: placeLabel(step) }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </Loaded>
      {place?.wasSent && (
        <Banner tone="warn">
          {place.label} was sent to {who} before. There it is sent once more.
        </Banner>
      )}
    </Dialog>
  );
}

function placeLabel({ label, depth, isHere }: OutputOf<"runs.places">[number]): string {
  return `${"\u2003".repeat(depth)}${label}${isHere ? " (here now)" : ""}`;
}
