import type { Lane, SplitStep, Step, StepId } from "./campaign.ts";

/** `map` that gives back the very list when nothing in it changed, so that undo and rendering stay cheap. */
export function mapSame<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.some((item, index) => item !== list[index]) ? changed : list;
}

/** Changes every list of steps: the outermost (lane null) and each lane's. Untouched parts are shared. */
export function mapLists(
  steps: readonly Step[],
  change: (steps: readonly Step[], laneId: string | null) => readonly Step[],
  laneId: string | null = null,
): readonly Step[] {
  return mapSame(change(steps, laneId), (step) =>
    step.kind === "split"
      ? mapLanes(step, (lane) => {
          const inner = mapLists(lane.steps, change, lane.id);
          return inner === lane.steps ? lane : { ...lane, steps: inner };
        })
      : step,
  );
}

/** Changes every step, a split before the steps in its lanes. Untouched parts are shared. */
export function mapSteps(steps: readonly Step[], change: (step: Step) => Step): readonly Step[] {
  return mapLists(steps, (list) => mapSame(list, change));
}

export function mapLanes(split: SplitStep, change: (lane: Lane) => Lane): SplitStep {
  const lanes = mapSame(split.lanes, change);
  return lanes === split.lanes ? split : { ...split, lanes };
}

/** The list a step stands in and where. */
export function findPlace(
  steps: readonly Step[],
  id: StepId,
  laneId: string | null = null,
): { readonly laneId: string | null; readonly index: number } | undefined {
  for (const [index, step] of steps.entries()) {
    if (step.id === id) return { laneId, index };
    if (step.kind !== "split") continue;
    for (const lane of step.lanes) {
      const inside = findPlace(lane.steps, id, lane.id);
      if (inside) return inside;
    }
  }
  return undefined;
}

export function findLane(steps: readonly Step[], laneId: string): Lane | undefined {
  for (const step of steps) {
    if (step.kind !== "split") continue;
    for (const lane of step.lanes) {
      const found = lane.id === laneId ? lane : findLane(lane.steps, laneId);
      if (found) return found;
    }
  }
  return undefined;
}

/** Splits in lanes of splits: 0 without a split, 1 with one, 2 with a split in a lane. */
export function splitDepth(steps: readonly Step[]): number {
  let deepest = 0;
  for (const step of steps)
    if (step.kind === "split")
      for (const lane of step.lanes) deepest = Math.max(deepest, 1 + splitDepth(lane.steps));
  return deepest;
}
