import { Button } from "../../ui/button.tsx";
import { addBlock, BLOCK_KINDS, blockName } from "./add-block.ts";
import { BlockIcon } from "./block-icon.tsx";
import { useEmail } from "./email-context.ts";

/** Adds a block at the end. */
export function AddBlockBar() {
  const { store } = useEmail();
  return (
    <div
      role="group"
      aria-label="Add a block"
      className="mt-2 flex flex-wrap items-center gap-1 rounded-lg border border-dashed border-line-strong px-3 py-1.5"
    >
      <span aria-hidden className="mr-1 text-sm text-ink-faint">
        Add
      </span>
      {BLOCK_KINDS.map((kind) => (
        <Button
          key={kind}
          size="sm"
          variant="quiet"
          icon={<BlockIcon kind={kind} />}
          aria-label={`Add ${blockName(kind).toLowerCase()}`}
          onPress={() => {
            addBlock(store, kind, null);
          }}
        >
          {blockName(kind)}
        </Button>
      ))}
    </div>
  );
}
