import { useDroppable } from "@dnd-kit/core";
import { Plus } from "lucide-react";
import { Button } from "react-aria-components";
import type { StepPlace } from "#core/domain/edit-steps.ts";
import { classes } from "../../ui/classes.ts";
import { Menu } from "../../ui/menu.tsx";
import { useEditorState } from "./editor-context.ts";
import { setInsertMenu, useInsertStore } from "./insert-place.ts";
import { stepKinds } from "./step-kinds.tsx";
import { placeKey } from "./step-places.ts";
import { useDragState } from "./drag-context.ts";
import { emailAbove, useStepEdits } from "./use-step-edits.ts";

/** Between two rows: the thread that joins them, a menu to insert a step, and a place to drop one. */
export function StepGap({ place }: { place: StepPlace }) {
  const key = placeKey(place);
  const { setNodeRef, isOver } = useDroppable({ id: key });
  const drag = useDragState();
  return (
    <div
      ref={setNodeRef}
      data-place={key}
      // Room for the menu when it is scrolled into sight.
      className="group/gap relative flex h-5 scroll-mt-8 scroll-mb-64 items-center"
    >
      <span aria-hidden className="absolute inset-y-0 left-6 w-px bg-line-strong" />
      {drag ? (
        <DropLine isOver={isOver} problem={drag.problems.get(key)} isOwn={drag.own.has(key)} />
      ) : (
        <InsertMenu place={place} />
      )}
    </div>
  );
}

interface DropLineProps {
  isOver: boolean;
  problem: string | undefined;
  /** Where the step stands already. */
  isOwn: boolean;
}

function DropLine({ isOver, problem, isOwn }: DropLineProps) {
  if (isOwn) return null;
  const isRefused = problem !== undefined;
  return (
    <span
      aria-hidden
      className={classes(
        "absolute inset-x-0 rounded-full",
        isOver ? "h-1" : "h-0.5",
        isRefused ? "bg-line" : isOver ? "bg-accent" : "bg-accent-line",
      )}
    />
  );
}

function InsertMenu({ place }: { place: StepPlace }) {
  const edits = useStepEdits();
  const plan = useEditorState((state) => state.plan);
  const isOpen = useInsertStore(({ openAt }) => openAt === placeKey(place));
  return (
    <Menu
      label="Insert a step here"
      isOpen={isOpen}
      onOpenChange={(next) => {
        setInsertMenu(place, next);
      }}
      trigger={
        <Button
          aria-label="Insert a step here"
          excludeFromTabOrder
          className={classes(
            "absolute left-6 grid size-5 -translate-x-1/2 cursor-default place-items-center rounded-full border border-line-strong bg-surface text-ink-soft",
            "opacity-0 transition-opacity duration-100 group-hover/gap:opacity-100 aria-expanded:opacity-100 data-focus-visible:opacity-100 data-hovered:border-accent data-hovered:text-accent-text",
          )}
        >
          <Plus aria-hidden className="size-3" />
        </Button>
      }
      items={stepKinds.map(({ kind, label, icon }) => ({
        id: kind,
        label,
        icon,
        isDisabled: kind === "resend" && emailAbove(plan, place) === undefined,
        onAction: () => {
          edits.add(kind, place);
        },
      }))}
    />
  );
}
