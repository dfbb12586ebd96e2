import type { DndContextProps } from "@dnd-kit/core";
import type { Stage } from "./edit-stages.ts";

/** What is read out while a stage is moved by keyboard. */
export function stageAnnouncements(
  stages: readonly Stage[],
): NonNullable<DndContextProps["accessibility"]> {
  const placeOf = (id: string | number) => {
    const place = stages.findIndex((stage) => stage.id === id);
    return `${stages[place]?.name ?? "The stage"}, place ${place + 1} of ${stages.length}`;
  };
  const nameOf = (id: string | number) =>
    stages.find((stage) => stage.id === id)?.name ?? "The stage";
  const numberOf = (id: string | number) => stages.findIndex((stage) => stage.id === id) + 1;
  return {
    screenReaderInstructions: {
      draggable:
        "Space picks the stage up, the arrow keys move it, Space drops it, Escape puts it back.",
    },
    announcements: {
      onDragStart: ({ active }) => `Picked up ${placeOf(active.id)}.`,
      onDragOver: ({ active, over }) =>
        over ? `${nameOf(active.id)} is at place ${numberOf(over.id)} of ${stages.length}.` : "",
      onDragEnd: ({ active, over }) =>
        over ? `${nameOf(active.id)} was dropped at place ${numberOf(over.id)}.` : "",
      onDragCancel: ({ active }) => `${nameOf(active.id)} is back at its place.`,
    },
  };
}
