import { ArrowDown, ArrowUp, Copy, Ellipsis, ListPlus, PanelRight, Trash2 } from "lucide-react";
import type { Step } from "#core/domain/campaign.ts";
import { findPlace } from "#core/domain/map-steps.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useEditor } from "./editor-context.ts";
import { openInsertMenuAt } from "./insert-place.ts";
import { useStepEdits } from "./use-step-edits.ts";

/** Everything that can be done with a row, with the keys that do the same. */
export function StepMenu({ step, number }: { step: Step; number: string }) {
  const { store } = useEditor();
  const edits = useStepEdits();
  return (
    <Menu
      label={`Step ${number}`}
      placement="bottom end"
      trigger={
        <IconButton label={`More about step ${number}`} icon={<Ellipsis />} size="sm" isBare />
      }
      items={[
        {
          id: "open",
          label: "Open",
          icon: <PanelRight />,
          shortcut: "Enter",
          onAction: () => {
            store.select(step.id);
          },
        },
        {
          id: "insert",
          label: "Insert below",
          icon: <ListPlus />,
          shortcut: "/",
          onAction: () => {
            const place = findPlace(store.getState().plan.steps, step.id);
            if (place) openInsertMenuAt({ laneId: place.laneId, index: place.index + 1 });
          },
        },
        {
          id: "up",
          label: "Move up",
          icon: <ArrowUp />,
          shortcut: "Alt+↑",
          onAction: () => {
            edits.nudge(step.id, -1);
          },
        },
        {
          id: "down",
          label: "Move down",
          icon: <ArrowDown />,
          shortcut: "Alt+↓",
          onAction: () => {
            edits.nudge(step.id, 1);
          },
        },
        {
          id: "duplicate",
          label: "Duplicate",
          icon: <Copy />,
          shortcut: "Mod+D",
          onAction: () => {
            edits.duplicate(step.id);
          },
        },
        {
          id: "remove",
          label: "Remove",
          icon: <Trash2 />,
          shortcut: "Delete",
          isDanger: true,
          isSectionStart: true,
          onAction: () => {
            edits.remove(step.id);
          },
        },
      ]}
    />
  );
}
