import { DndContext, closestCenter } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useEffect, useRef } from "react";
import { AddBlockBar } from "./add-block-bar.tsx";
import { BlockCard } from "./block-card.tsx";
import { useEmail, useEmailState } from "./email-context.ts";
import { NoBlocks } from "./no-blocks.tsx";
import type { PlacedProblem } from "./place-problems.ts";
import { useBlockDrag } from "./use-block-drag.ts";

/** The blocks of the email, to be written, moved and removed; adding one comes last. */
export function BlockList({ problems }: { problems: readonly PlacedProblem[] }) {
  const { store } = useEmail();
  const blocks = useEmailState(({ content }) => content.blocks);
  const isAsked = useEmailState(({ focusPlace }) => focusPlace === "blocks");
  const drag = useBlockDrag();
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    foot.current?.querySelector("button")?.focus();
    store.focus(null);
  }, [isAsked, store]);
  return (
    <>
      <DndContext {...drag} collisionDetection={closestCenter}>
        <SortableContext items={blocks.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol aria-label="Blocks" className="flex flex-col gap-2">
            {blocks.map((block, index) => (
              <BlockCard
                key={block.id}
                block={block}
                index={index}
                count={blocks.length}
                problems={problems}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <div ref={foot}>{blocks.length === 0 ? <NoBlocks /> : <AddBlockBar />}</div>
    </>
  );
}
