import { newId } from "../../client/new-id.ts";
import { indexOf, insertBlock, newBlock, type BlockKind } from "./edit-blocks.ts";
import type { EmailStore } from "./email-store.ts";

export const BLOCK_KINDS: readonly BlockKind[] = ["text", "heading", "image", "button", "divider"];

const NAMES: Readonly<Record<BlockKind, string>> = {
  text: "Text",
  heading: "Heading",
  image: "Picture",
  button: "Button",
  divider: "Line",
};

export function blockName(kind: BlockKind): string {
  return NAMES[kind];
}

/** Adds an empty block below another, or at the end, and puts the caret into it. */
export function addBlock(store: EmailStore, kind: BlockKind, belowId: string | null): void {
  const block = newBlock(kind, newId);
  store.edit((content) => {
    const below = belowId === null ? -1 : indexOf(content, belowId);
    return insertBlock(content, block, below < 0 ? content.blocks.length : below + 1);
  });
  store.focus(block.id);
}
