import { Select } from "../../ui/select.tsx";
import { useEditor } from "./editor-context.ts";

interface SegmentSelectProps {
  segmentId: string;
  onChange: (segmentId: string) => void;
}

/** One of the segments there are. */
export function SegmentSelect({ segmentId, onChange }: SegmentSelectProps) {
  const { choices } = useEditor();
  return (
    <Select
      label="Segment"
      placeholder="Choose a segment"
      options={choices.segments.map(({ id, name }) => ({ value: id, label: name }))}
      value={segmentId || null}
      onChange={onChange}
    />
  );
}
