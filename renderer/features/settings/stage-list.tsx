import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { useState } from "react";
import { must } from "#core/shared/assert.ts";
import { useAction } from "../../client/use-action.ts";
import { Card } from "../../ui/card.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { AddStage } from "./add-stage.tsx";
import { moveStage, stagesToSave, type Stage } from "./edit-stages.ts";
import { stageAnnouncements } from "./stage-announcements.ts";
import { StageRow } from "./stage-row.tsx";

/** The stages in order; each change is saved at once, and can be undone. */
export function StageList({ saved }: { saved: readonly Stage[] }) {
  // While a new order is on its way, it is what is shown.
  const [moved, setMoved] = useState<readonly Stage[]>();
  const stages = moved ?? saved;
  const [refused, setRefused] = useState<{ id: string; message: string }>();
  const save = useAction("settings.saveStages", { isErrorShown: true });
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  /** Saves a list; a refusal is shown beside the stage it is about. */
  async function put(list: readonly Pick<Stage, "id" | "name">[], aboutId: string) {
    setRefused(undefined);
    try {
      await save.mutateAsync({ stages: stagesToSave(list) });
      return true;
    } catch (error) {
      setRefused({ id: aboutId, message: (error as Error).message });
      return false;
    }
  }

  async function endDrag({ active, over }: DragEndEvent) {
    const next = over ? moveStage(stages, String(active.id), String(over.id)) : stages;
    if (next === stages) return;
    setMoved(next);
    if (await put(next, String(active.id)))
      showToast({
        text: "Order of the stages changed",
        undo: () => void put(stages, String(active.id)),
      });
    setMoved(undefined);
  }

  async function remove(stage: Stage) {
    const before = stages;
    if (
      await put(
        stages.filter(({ id }) => id !== stage.id),
        stage.id,
      )
    )
      showToast({
        text: `Stage “${stage.name}” removed`,
        // Nobody was in it and nothing stood on it: a stage of that name is the same stage.
        undo: () =>
          void put(
            before.map((each) => (each.id === stage.id ? { ...each, id: "" } : each)),
            "",
          ),
      });
  }

  return (
    <Card
      title="In this order"
      description="Drag a stage by its handle, or pick it up with Space and move it with the arrow keys."
      isFlush
    >
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={stageAnnouncements(stages)}
        onDragEnd={(event) => void endDrag(event)}
      >
        <SortableContext items={stages.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol aria-label="Stages" className="flex flex-col">
            {stages.map((stage, place) => (
              <StageRow
                key={stage.id}
                stage={stage}
                place={place + 1}
                others={stages}
                canRemove={stages.length > 1}
                refusal={refused?.id === stage.id ? refused.message : undefined}
                onRename={(name) =>
                  put(
                    stages.map((each) => (each.id === stage.id ? { ...each, name } : each)),
                    must(stage.id),
                  )
                }
                onRemove={() => void remove(stage)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <AddStage
        stages={stages}
        refusal={refused?.id === "" ? refused.message : undefined}
        onAdd={(name) => put([...stages, { id: "", name }], "")}
      />
    </Card>
  );
}
