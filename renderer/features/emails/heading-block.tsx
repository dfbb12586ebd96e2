import type { Block } from "#core/domain/email-content.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TaggedField } from "./tagged-field.tsx";
import { useBlockEdits } from "./use-block-edits.ts";

const LEVELS = [
  { value: "1", label: "Large" },
  { value: "2", label: "Medium" },
] as const;

export function HeadingBlock({ block }: { block: Extract<Block, { kind: "heading" }> }) {
  const edits = useBlockEdits();
  return (
    <div className="flex items-end gap-3">
      <div className="min-w-0 flex-1">
        <TaggedField
          label="Words"
          into="the heading"
          value={block.text}
          maxLength={2000}
          onChange={(text) => {
            edits.change(block.id, "heading", { text });
          }}
        />
      </div>
      <SegmentedControl
        label="Size of the heading"
        options={LEVELS}
        value={block.level === 1 ? "1" : "2"}
        onChange={(level) => {
          edits.change(block.id, "heading", { level: level === "1" ? 1 : 2 });
        }}
      />
    </div>
  );
}
