import {
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type Modifier,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { useMemo } from "react";
import { blockName } from "./add-block.ts";
import { indexOf, moveBlock } from "./edit-blocks.ts";
import { useEmail } from "./email-context.ts";
import type { EmailStore } from "./email-store.ts";

/** A press that moves less far is a click. */
const DRAG_FROM = 4;

/** What DndContext needs to move blocks by mouse and by keyboard, said in words. */
export function useBlockDrag() {
  const { store } = useEmail();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  return {
    sensors,
    modifiers: UP_AND_DOWN,
    accessibility: useMemo(
      () => ({
        announcements: announcementsOf(store),
        screenReaderInstructions: {
          draggable:
            "Press space to pick the block up, the up and down arrows to move it, space to put it down, and Escape to leave it where it was.",
        },
      }),
      [store],
    ),
    onDragEnd({ active, over }: DragEndEvent) {
      if (!over) return;
      store.edit((content) =>
        moveBlock(content, String(active.id), indexOf(content, String(over.id))),
      );
    },
  };
}

const UP_AND_DOWN: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })];

function announcementsOf(store: EmailStore): Announcements {
  const place = (id: string | number) => {
    const { content } = store.getState();
    return `Place ${indexOf(content, String(id)) + 1} of ${content.blocks.length}.`;
  };
  const name = (id: string | number) => {
    const block = store.getState().content.blocks.find((one) => one.id === String(id));
    return block ? `The ${blockName(block.kind).toLowerCase()}` : "The block";
  };
  return {
    onDragStart: ({ active }) => `${name(active.id)} is picked up. ${place(active.id)}`,
    onDragOver: ({ over }) => (over ? place(over.id) : undefined),
    onDragEnd: ({ active }) => `${name(active.id)} is put down.`,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
}
