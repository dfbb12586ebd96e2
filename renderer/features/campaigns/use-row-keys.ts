import type { KeyboardEvent } from "react";
import type { StepId } from "#core/domain/campaign.ts";
import { strokeOf } from "../../ui/shortcut.ts";
import { useDragState } from "./drag-context.ts";
import { useStepEdits } from "./use-step-edits.ts";

/** What the keys do while the focus is in a row: ↑↓ other rows, Alt+↑↓ move, Delete, Mod+D. */
export function useRowKeys(stepId: StepId): (event: KeyboardEvent) => void {
  const edits = useStepEdits();
  const drag = useDragState();
  return (event) => {
    const target = event.target as HTMLElement;
    // What is typed into a chip's popover comes here too, though it is not in the row.
    if (drag || event.defaultPrevented || !event.currentTarget.contains(target)) return;
    switch (strokeOf(event)) {
      case "ArrowUp":
        focusRow(stepId, -1);
        break;
      case "ArrowDown":
        focusRow(stepId, 1);
        break;
      case "Alt+ArrowUp":
        edits.nudge(stepId, -1);
        break;
      case "Alt+ArrowDown":
        edits.nudge(stepId, 1);
        break;
      case "Delete":
      case "Backspace":
        edits.remove(stepId);
        break;
      case "Mod+D":
        edits.duplicate(stepId);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}

/** Rows are in the page in the order they are read. */
function focusRow(stepId: StepId, direction: -1 | 1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-step]")];
  const at = rows.findIndex((row) => row.dataset["step"] === stepId);
  const next = rows[at + direction];
  next?.querySelector<HTMLElement>("[data-title]")?.focus();
}
