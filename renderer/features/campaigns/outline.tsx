import { DndContext, DragOverlay } from "@dnd-kit/core";
import { must } from "#core/shared/assert.ts";
import { DragContext } from "./drag-context.ts";
import { DragGhost } from "./drag-ghost.tsx";
import { useEditor, useEditorState } from "./editor-context.ts";
import { EndRow } from "./end-row.tsx";
import { StartRow } from "./start-row.tsx";
import { StepList } from "./step-list.tsx";
import { useStepDrag } from "./use-step-drag.ts";

/** The whole campaign, top to bottom: what starts it, its steps, what ends it. */
export function Outline() {
  const { campaign } = useEditor();
  const steps = useEditorState((state) => state.plan.steps);
  const { drag, ...dnd } = useStepDrag();
  const hasMargin = Object.keys(campaign.waiting).length > 0;
  return (
    <DndContext
      {...dnd}
      accessibility={{ ...dnd.accessibility, container: must(document.getElementById("overlays")) }}
    >
      <DragContext value={drag}>
        <div className={`relative max-w-5xl py-5 pr-6 ${hasMargin ? "pl-34" : "pl-6"}`}>
          <StartRow />
          <StepList steps={steps} laneId={null} prefix="" label="Steps" />
          <EndRow />
        </div>
        <DragOverlay dropAnimation={null}>{drag && <DragGhost {...drag} />}</DragOverlay>
      </DragContext>
    </DndContext>
  );
}
