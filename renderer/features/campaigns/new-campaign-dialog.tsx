import { useState } from "react";
import { useLocation } from "wouter";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { CellFields, type CampaignCell, type Named } from "./cell-fields.tsx";

interface NewCampaignDialogProps {
  cell: CampaignCell;
  goals: readonly Named[];
  segments: readonly Named[];
  onClose: () => void;
}

const NONE = "none";

/** Names a campaign, gives it its place on the map, and begins it empty or from a starter. */
export function NewCampaignDialog({ cell, goals, segments, onClose }: NewCampaignDialogProps) {
  const [, navigate] = useLocation();
  const [place, setPlace] = useState(cell);
  const [starterId, setStarterId] = useState<string | null>(null);
  const [typedName, setTypedName] = useState<string>();
  const starters = useCall("campaigns.listStarters", {}).data ?? [];
  const create = useAction("campaigns.create", {
    isErrorShown: true,
    onDone: ({ id }) => {
      navigate(`/campaigns/${id}`);
    },
  });
  const name = typedName ?? cellName(place, goals, segments);

  function submit() {
    create.mutate({ name, ...place, starterId });
  }

  return (
    <Dialog
      title="New campaign"
      isOpen
      onClose={onClose}
      size="md"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={submit} isPending={create.isPending}>
            Create campaign
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
          onChange={setTypedName}
          autoFocus
          placeholder="Welcome new leads"
          errorMessage={create.error?.message}
        />
        <CellFields goals={goals} segments={segments} cell={place} onChange={setPlace} />
        <RadioGroup
          label="Begin with"
          isCards
          options={[
            { value: NONE, label: "An empty campaign", description: "Build it step by step." },
            ...starters.map((starter) => ({
              value: starter.id,
              label: starter.name,
              description: starter.description,
            })),
          ]}
          value={starterId ?? NONE}
          onChange={(id) => {
            setStarterId(id === NONE ? null : id);
          }}
        />
        {/* Enter in the name creates the campaign. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  );
}

/** "Leads → Book a call" for a gap; otherwise the person names it. */
function cellName(
  { goalId, segmentId }: CampaignCell,
  goals: readonly Named[],
  segments: readonly Named[],
): string {
  const goal = goals.find(({ id }) => id === goalId)?.name;
  const segment = segments.find(({ id }) => id === segmentId)?.name;
  return goal !== undefined && segment !== undefined ? `${segment} → ${goal}` : "";
}
