import { useMemo } from "react";
import type { Block } from "#core/domain/email-content.ts";
import { newId } from "../../client/new-id.ts";
import { showToast } from "../../ui/show-toast.ts";
import { addBlock, blockName } from "./add-block.ts";
import {
  duplicateBlock,
  indexOf,
  neighbourOf,
  nudgeBlock,
  removeBlock,
  updateBlock,
  type BlockKind,
} from "./edit-blocks.ts";
import { useEmail } from "./email-context.ts";

type Changes<Kind extends BlockKind> = Partial<Omit<Extract<Block, { kind: Kind }>, "id" | "kind">>;

export interface BlockEdits {
  /** Changes properties of a block; typing into one of them is one step back. */
  readonly change: <Kind extends BlockKind>(id: string, kind: Kind, changes: Changes<Kind>) => void;
  readonly nudge: (id: string, direction: -1 | 1) => void;
  readonly duplicate: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly addBelow: (id: string, kind: BlockKind) => void;
}

/** What a person does to blocks. The one that was touched keeps the focus. */
export function useBlockEdits(): BlockEdits {
  const { store } = useEmail();
  return useMemo(
    (): BlockEdits => ({
      change(id, kind, changes) {
        store.edit(
          (content) =>
            updateBlock(content, id, (block) =>
              block.kind === kind ? { ...block, ...changes } : block,
            ),
          `${id} ${Object.keys(changes).join(" ")}`,
        );
      },
      nudge(id, direction) {
        store.edit((content) => nudgeBlock(content, id, direction));
      },
      duplicate(id) {
        store.edit((content) => duplicateBlock(content, id, newId));
        const { content } = store.getState();
        store.focus(content.blocks[indexOf(content, id) + 1]?.id ?? null);
      },
      remove(id) {
        const { content } = store.getState();
        const block = content.blocks[indexOf(content, id)];
        if (!block) return;
        store.edit((before) => removeBlock(before, id));
        store.focus(neighbourOf(content, id) ?? "blocks");
        showToast({
          text: `${blockName(block.kind)} removed.`,
          undo: () => {
            store.undo();
            store.focus(id);
          },
        });
      },
      addBelow(id, kind) {
        addBlock(store, kind, id);
      },
    }),
    [store],
  );
}
