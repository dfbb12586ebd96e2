import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { GripVertical } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Block } from "#core/domain/email-content.ts";
import { classes } from "../../ui/classes.ts";
import { blockName } from "./add-block.ts";
import { BlockContent } from "./block-content.tsx";
import { BlockMenu } from "./block-menu.tsx";
import { useEmail, useEmailState } from "./email-context.ts";
import type { PlacedProblem } from "./place-problems.ts";
import { ProblemLine } from "./problem-line.tsx";
import { useBlockEdits } from "./use-block-edits.ts";

interface BlockCardProps {
  block: Block;
  index: number;
  count: number;
  /** Of the whole email. */
  problems: readonly PlacedProblem[];
}

/** One block with its handle, its menu, what is in it, and what is wrong with it. */
export function BlockCard({ block, index, count, problems }: BlockCardProps) {
  const { store, enter } = useEmail();
  const edits = useBlockEdits();
  const { id, kind } = block;
  const {
    setNodeRef,
    setActivatorNodeRef,
    attributes,
    listeners,
    transform,
    transition,
    isDragging,
  } = useSortable({ id });
  const body = useRef<HTMLDivElement>(null);
  const isAsked = useEmailState(({ focusPlace }) => focusPlace === id);
  // Nobody is told what a block lacks while they are about to write it.
  const [isNew, setNew] = useState(isAsked);
  const own = isNew ? [] : problems.filter(({ place }) => place === id);
  const name = `${blockName(kind)}, ${index + 1} of ${count}`;

  useEffect(() => {
    if (!isAsked) return;
    const main = body.current?.querySelector<HTMLElement>("[contenteditable=true], input, button");
    const target = main ?? body.current?.closest("li")?.querySelector("button");
    target?.focus();
    body.current?.closest("li")?.scrollIntoView({ block: "nearest" });
    store.focus(null);
  }, [isAsked, store]);

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    event.stopPropagation();
    edits.nudge(id, event.key === "ArrowUp" ? -1 : 1);
  }

  return (
    <li
      ref={setNodeRef}
      aria-label={name}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={classes(
        "group relative flex flex-col rounded-lg border bg-surface pb-3 pl-3 pr-2 pt-1.5 transition-colors",
        isDragging
          ? "z-10 border-accent shadow-high"
          : "border-line focus-within:border-line-control hover:border-line-strong",
      )}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (kind !== "text") enter(id, null);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setNew(false);
      }}
    >
      <div className="flex h-7 items-center gap-1">
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={`Move: ${name}`}
          title="Drag to move, or Alt+↑ and Alt+↓"
          className="-ml-2 grid size-6 cursor-grab touch-none place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink"
        >
          <GripVertical aria-hidden className="size-3.5" />
        </button>
        <span aria-hidden className="flex-1 text-xs font-medium text-ink-faint">
          {blockName(kind)}
        </span>
        <BlockMenu block={block} name={name} isFirst={index === 0} isLast={index === count - 1} />
      </div>
      <div ref={body} className="min-w-0 pr-1">
        <BlockContent block={block} />
      </div>
      {own.length > 0 && (
        <div className="mt-2 flex flex-col gap-1 border-t border-line pt-2 pr-1">
          {own.map((problem) => (
            <ProblemLine key={problem.text} problem={problem} />
          ))}
        </div>
      )}
    </li>
  );
}
