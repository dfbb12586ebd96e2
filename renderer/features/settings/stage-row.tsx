import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { GripVertical, Trash2 } from "lucide-react";
import { useState } from "react";
import { classes } from "../../ui/classes.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { stageNameProblem, type Stage } from "./edit-stages.ts";

interface StageRowProps {
  stage: Stage;
  place: number;
  others: readonly Stage[];
  canRemove: boolean;
  /** Why the last change of it was refused. */
  refusal: string | undefined;
  onRename: (name: string) => Promise<boolean>;
  onRemove: () => void;
}

/** A stage: a handle to move it, its name, how many are in it. */
export function StageRow(props: StageRowProps) {
  const { stage, place, others, canRemove, refusal, onRename, onRemove } = props;
  const {
    attributes,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({ id: stage.id });
  const [typed, setTyped] = useState<string>();
  const name = typed ?? stage.name;
  const problem = typed === undefined ? undefined : stageNameProblem(typed, others, stage.id);

  async function keep() {
    if (typed === undefined || problem !== undefined) return;
    if (typed.trim() === stage.name || (await onRename(typed))) setTyped(undefined);
  }

  return (
    <li
      ref={setNodeRef}
      style={{
        transform: CSS.Transform.toString(transform && { ...transform, scaleY: 1 }),
        transition,
      }}
      className={classes(
        "flex items-start gap-2 border-b border-line bg-surface px-3 py-2",
        isDragging && "relative z-10 rounded-lg shadow-mid",
      )}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={`Move ${stage.name}`}
        className="grid size-8 shrink-0 cursor-grab touch-none place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink"
      >
        <GripVertical className="size-4" aria-hidden />
      </button>
      <span className="w-5 pt-1.5 text-right text-base text-ink-soft tabular-nums" aria-hidden>
        {place}
      </span>
      <div className="min-w-0 flex-1">
        <TextField
          label={`Name of stage ${place}`}
          isLabelHidden
          value={name}
          maxLength={60}
          onChange={setTyped}
          onBlur={() => void keep()}
          onKeyDown={(event) => {
            if (event.key === "Enter") void keep();
            if (event.key === "Escape") setTyped(undefined);
          }}
          errorMessage={problem ?? refusal}
        />
      </div>
      <span className="w-28 pt-1.5 text-right text-base whitespace-nowrap text-ink-soft tabular-nums">
        {stage.contacts.toLocaleString("en-GB")} {stage.contacts === 1 ? "contact" : "contacts"}
      </span>
      <IconButton
        label={`Remove ${stage.name}`}
        icon={<Trash2 />}
        isDisabled={!canRemove}
        onPress={onRemove}
      />
    </li>
  );
}
