import { Select } from "../../ui/select.tsx";

/** A place on the map; null where it is not chosen yet. */
export interface CampaignCell {
  readonly goalId: string | null;
  readonly segmentId: string | null;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

interface CellFieldsProps {
  goals: readonly Named[];
  segments: readonly Named[];
  cell: CampaignCell;
  onChange: (cell: CampaignCell) => void;
}

const NONE = "none";

/** Chooses a goal and a segment, or neither. */
export function CellFields({ goals, segments, cell, onChange }: CellFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-4">
      <Select
        label="Goal"
        options={withNone(goals, "No goal")}
        value={cell.goalId ?? NONE}
        onChange={(id) => {
          onChange({ ...cell, goalId: id === NONE ? null : id });
        }}
      />
      <Select
        label="Segment"
        options={withNone(segments, "No segment")}
        value={cell.segmentId ?? NONE}
        onChange={(id) => {
          onChange({ ...cell, segmentId: id === NONE ? null : id });
        }}
      />
    </div>
  );
}

function withNone(list: readonly Named[], none: string) {
  return [
    { value: NONE, label: none },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
