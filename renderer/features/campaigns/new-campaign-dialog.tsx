import { useState } from "react";
import { useLocation } from "wouter";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** A place on the map; null where it is not chosen yet. */
export interface CampaignCell {
  readonly goalId: string | null;
  readonly segmentId: string | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

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
  const [goalId, setGoalId] = useState(cell.goalId);
  const [segmentId, setSegmentId] = useState(cell.segmentId);
  const [starterId, setStarterId] = useState<string | null>(null);
  const [typedName, setTypedName] = useState<string>();
  const starters = useCall("campaigns.listStarters", {}).data ?? [];
  const create = useAction("campaigns.create", {
    isErrorShown: true,
    onDone: ({ id }) => {
      navigate(`/campaigns/${id}`);
    },
  });
  const name = typedName ?? cellName(cell, goals, segments);

  function submit() {
    create.mutate({ name, goalId, segmentId, starterId });
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
        <div className="grid grid-cols-2 gap-4">
          <Select
            label="Goal"
            options={withNone(goals, "No goal")}
            value={goalId ?? NONE}
            onChange={(id) => {
              setGoalId(id === NONE ? null : id);
            }}
          />
          <Select
            label="Segment"
            options={withNone(segments, "No segment, started by hand")}
            value={segmentId ?? NONE}
            onChange={(id) => {
              setSegmentId(id === NONE ? null : id);
            }}
          />
        </div>
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

function withNone(list: readonly Named[], none: string) {
  return [
    { value: NONE, label: none },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
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
