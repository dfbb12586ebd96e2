import {
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Active,
  type Announcements,
  type CollisionDetection,
  type DragEndEvent,
  type DragStartEvent,
  type KeyboardCoordinateGetter,
  type Over,
} from "@dnd-kit/core";
import { useMemo, useState } from "react";
import { findStep } from "#core/domain/campaign.ts";
import type { CampaignPlan } from "#core/domain/campaign.ts";
import { findPlace } from "#core/domain/map-steps.ts";
import { lowerFirst } from "#core/domain/lower-first.ts";
import { stepLabel } from "#core/domain/step-label.ts";
import { closestPlace } from "./closest-place.ts";
import type { DragState } from "./drag-context.ts";
import { useEditor } from "./editor-context.ts";
import type { EditorStore } from "./editor-store.ts";
import { dropProblem, listPlaces, placeKey, placeWords, readPlaceKey } from "./step-places.ts";
import { useStepEdits } from "./use-step-edits.ts";

/** Half the height of a gap, so that a key press lands in its middle. */
const INTO_GAP = 8;
/** A press that moves less far is a click. */
const DRAG_FROM = 4;

/** Everything DndContext needs to move steps by mouse and by keyboard, said in words. */
export function useStepDrag() {
  const { store } = useEditor();
  const edits = useStepEdits();
  const [drag, setDrag] = useState<DragState>();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: useMemo(() => nextPlace(store), [store]),
    }),
  );

  return {
    drag,
    sensors,
    collisionDetection: nearestGap,
    accessibility: useMemo(
      () => ({
        announcements: announcementsOf(store),
        screenReaderInstructions: {
          draggable:
            "Press space to pick the step up, the up and down arrows to choose a place, space to put it down, and Escape to leave it where it was.",
        },
      }),
      [store],
    ),
    onDragStart({ active }: DragStartEvent) {
      setDrag(dragOf(store.getState().plan, String(active.id)));
    },
    onDragCancel() {
      setDrag(undefined);
    },
    onDragEnd({ active, over }: DragEndEvent) {
      setDrag(undefined);
      const stepId = String(active.id);
      if (!over || isOwnPlace(store.getState().plan, stepId, over)) return;
      edits.drop(stepId, readPlaceKey(String(over.id)));
    },
  };
}

function dragOf(plan: CampaignPlan, stepId: string): DragState {
  const problems = new Map<string, string>();
  const own = new Set<string>();
  for (const place of listPlaces(plan.steps)) {
    const key = placeKey(place);
    if (isOwn(plan, stepId, key)) own.add(key);
    const problem = dropProblem(plan, stepId, place);
    if (problem !== undefined) problems.set(key, problem);
  }
  return { stepId, problems, own };
}

/** The two places around a step, where dropping it changes nothing. */
function isOwn(plan: CampaignPlan, stepId: string, key: string): boolean {
  const from = findPlace(plan.steps, stepId);
  const to = readPlaceKey(key);
  return (
    from !== undefined &&
    from.laneId === to.laneId &&
    (to.index === from.index || to.index === from.index + 1)
  );
}

function isOwnPlace(plan: CampaignPlan, stepId: string, over: Over): boolean {
  return isOwn(plan, stepId, String(over.id));
}

const nearestGap: CollisionDetection = ({
  pointerCoordinates,
  collisionRect,
  droppableRects,
  droppableContainers,
}) => {
  const point = pointerCoordinates ?? {
    x: collisionRect.left,
    y: collisionRect.top + INTO_GAP,
  };
  const areas = droppableContainers.flatMap((container) => {
    const rect = droppableRects.get(container.id);
    return rect ? [[container, rect] as const] : [];
  });
  const closest = closestPlace(point, areas);
  return closest ? [{ id: closest.id, data: { droppableContainer: closest } }] : [];
};

/** The arrow keys go from place to place in reading order, those that refuse the step included: it is said why. */
function nextPlace(store: EditorStore): KeyboardCoordinateGetter {
  return (event, { active, context: { over, droppableRects } }) => {
    const direction = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    if (direction === 0) return undefined;
    event.preventDefault();
    const { steps } = store.getState().plan;
    const keys = listPlaces(steps).map(placeKey);
    const from = findPlace(steps, String(active));
    const here = over ? String(over.id) : from && placeKey(from);
    const next = keys[keys.indexOf(here ?? "") + direction];
    const rect = next === undefined ? undefined : droppableRects.get(next);
    return rect && { x: rect.left, y: rect.top };
  };
}

function announcementsOf(store: EditorStore): Announcements {
  const label = ({ id }: Active) => {
    const step = findStep(store.getState().plan.steps, String(id));
    return step ? stepLabel(step) : "The step";
  };
  const at = (active: Active, over: Over) => {
    const { plan } = store.getState();
    const place = readPlaceKey(String(over.id));
    if (isOwnPlace(plan, String(active.id), over)) return "Where it was.";
    const problem = dropProblem(plan, String(active.id), place);
    const words = placeWords(plan, place);
    return problem === undefined ? `${words}.` : `${words}: not here. ${problem}`;
  };
  return {
    onDragStart: ({ active }) => `Picked up ${lowerFirst(label(active))}.`,
    onDragOver: ({ active, over }) => (over ? at(active, over) : undefined),
    onDragEnd: ({ active, over }) =>
      over && dropProblem(store.getState().plan, String(active.id), readPlaceKey(String(over.id)))
        ? `${label(active)} stays where it was.`
        : `Put down ${lowerFirst(label(active))}.`,
    onDragCancel: ({ active }) => `${label(active)} stays where it was.`,
  };
}
