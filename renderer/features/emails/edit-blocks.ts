import type { Block, EmailContent } from "#core/domain/email-content.ts";

export type BlockKind = Block["kind"];

/** Makes an id nothing has yet. */
type MakeId = () => string;

export function newBlock(kind: BlockKind, makeId: MakeId): Block {
  const id = makeId();
  switch (kind) {
    case "text":
      return { id, kind, html: "<p></p>" };
    case "heading":
      return { id, kind, text: "", level: 1 };
    case "image":
      return { id, kind, src: "", alt: "", href: null, linkId: null, width: null };
    case "button":
      return { id, kind, label: "", href: "", linkId: makeId() };
    case "divider":
      return { id, kind };
  }
}

/** Puts a block before the one that is at `index` now; at the end where there is none. */
export function insertBlock(content: EmailContent, block: Block, index: number): EmailContent {
  return { ...content, blocks: content.blocks.toSpliced(index, 0, block) };
}

/** Changes one block; nothing happens to one that is gone. */
export function updateBlock(
  content: EmailContent,
  id: string,
  change: (block: Block) => Block,
): EmailContent {
  const index = indexOf(content, id);
  const block = content.blocks[index];
  if (!block) return content;
  const changed = change(block);
  return changed === block ? content : { ...content, blocks: content.blocks.with(index, changed) };
}

export function removeBlock(content: EmailContent, id: string): EmailContent {
  const index = indexOf(content, id);
  return index < 0 ? content : { ...content, blocks: content.blocks.toSpliced(index, 1) };
}

/** Puts a block where another one stands now; those between make room. */
export function moveBlock(content: EmailContent, id: string, index: number): EmailContent {
  const from = indexOf(content, id);
  const block = content.blocks[from];
  const to = Math.max(0, Math.min(content.blocks.length - 1, index));
  if (!block || from === to) return content;
  return { ...content, blocks: content.blocks.toSpliced(from, 1).toSpliced(to, 0, block) };
}

/** One place up or down. */
export function nudgeBlock(content: EmailContent, id: string, direction: -1 | 1): EmailContent {
  return moveBlock(content, id, indexOf(content, id) + direction);
}

/** Puts a copy below a block. Its links are links of their own, so that their clicks are told apart. */
export function duplicateBlock(content: EmailContent, id: string, makeId: MakeId): EmailContent {
  const index = indexOf(content, id);
  const block = content.blocks[index];
  return block ? insertBlock(content, copyBlock(block, makeId), index + 1) : content;
}

function copyBlock(block: Block, makeId: MakeId): Block {
  const id = makeId();
  switch (block.kind) {
    case "text":
      return {
        ...block,
        id,
        html: block.html.replace(/(\sdata-link=)(?:"[^"]*"|'[^']*')/gu, (_, name: string) => {
          return `${name}"${makeId()}"`;
        }),
      };
    case "image":
      return { ...block, id, linkId: block.linkId === null ? null : makeId() };
    case "button":
      return { ...block, id, linkId: makeId() };
    case "heading":
    case "divider":
      return { ...block, id };
  }
}

/** Where the focus goes when a block is removed: what stands below it, else above. */
export function neighbourOf(content: EmailContent, id: string): string | null {
  const index = indexOf(content, id);
  return (content.blocks[index + 1] ?? content.blocks[index - 1])?.id ?? null;
}

export function indexOf(content: EmailContent, id: string): number {
  return content.blocks.findIndex((block) => block.id === id);
}
