import type { Block } from "#core/domain/email-content.ts";
import { AddressField } from "./address-field.tsx";
import { TaggedField } from "./tagged-field.tsx";
import { useBlockEdits } from "./use-block-edits.ts";

export function ButtonBlock({ block }: { block: Extract<Block, { kind: "button" }> }) {
  const edits = useBlockEdits();
  return (
    <div className="grid grid-cols-2 gap-3">
      <TaggedField
        label="Words on it"
        into="the button"
        value={block.label}
        maxLength={500}
        placeholder="Read the story"
        onChange={(label) => {
          edits.change(block.id, "button", { label });
        }}
      />
      <AddressField
        label="Leads to"
        value={block.href}
        onChange={(href) => {
          edits.change(block.id, "button", { href });
        }}
      />
    </div>
  );
}
