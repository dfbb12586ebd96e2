import { create } from "zustand";
import type { StepPlace } from "#core/domain/edit-steps.ts";
import { findPlace } from "#core/domain/map-steps.ts";
import type { EditorStore } from "./editor-store.ts";
import { placeKey } from "./step-places.ts";

interface InsertStore {
  /** The place whose insert menu is open. */
  readonly openAt: string | null;
}

export const useInsertStore = create<InsertStore>()(() => ({ openAt: null }));

export function setInsertMenu(place: StepPlace, isOpen: boolean): void {
  useInsertStore.setState({ openAt: isOpen ? placeKey(place) : null });
}

/** Opens the insert menu below the row that has the focus, else below the open step, else at the end. */
export function openInsertMenu(store: EditorStore): void {
  const { plan, selectedId } = store.getState();
  const row = document.activeElement?.closest<HTMLElement>("[data-step]");
  const stepId = row?.dataset["step"] ?? selectedId;
  const place = stepId === null ? undefined : findPlace(plan.steps, stepId);
  openInsertMenuAt(
    place
      ? { laneId: place.laneId, index: place.index + 1 }
      : { laneId: null, index: plan.steps.length },
  );
}

/** Brings the place into sight first: a menu closes when what it belongs to is scrolled. */
export function openInsertMenuAt(place: StepPlace): void {
  document
    .querySelector(`[data-place="${CSS.escape(placeKey(place))}"]`)
    ?.scrollIntoView({ block: "nearest" });
  setTimeout(() => {
    setInsertMenu(place, true);
  }, AFTER_SCROLL_MS);
}

const AFTER_SCROLL_MS = 50;
