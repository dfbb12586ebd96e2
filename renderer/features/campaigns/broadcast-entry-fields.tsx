import type { Entry } from "#core/domain/entry.ts";
import { TextField } from "../../ui/text-field.tsx";
import { ClockTimeField } from "./clock-time-field.tsx";
import { SegmentSelect } from "./segment-select.tsx";

interface BroadcastEntryFieldsProps {
  entry: Extract<Entry, { kind: "broadcast" }>;
  onChange: (entry: Entry) => void;
}

/** Whom one moment brings in, and which. */
export function BroadcastEntryFields({ entry, onChange }: BroadcastEntryFieldsProps) {
  return (
    <>
      <SegmentSelect
        segmentId={entry.segmentId}
        onChange={(segmentId) => {
          onChange({ ...entry, segmentId });
        }}
      />
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label="Day"
          type="date"
          value={entry.date}
          onChange={(date) => {
            onChange({ ...entry, date });
          }}
        />
        <ClockTimeField
          clock="your clock"
          time={entry.time}
          onChange={(time) => {
            onChange({ ...entry, time });
          }}
        />
      </div>
      <p className="text-xs text-ink-soft">
        Everyone who is in it at that moment starts, all at once. Whoever joins later does not.
      </p>
    </>
  );
}
