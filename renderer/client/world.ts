import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import type { World } from "#core/contract/wire.ts";

interface WorldStore {
  readonly world: World;
  setWorld: (world: World) => void;
}

const useWorldStore = create<WorldStore>()(
  persist(
    (set) => ({
      world: "real",
      setWorld: (world) => {
        set({ world });
      },
    }),
    { name: "dripline-world", storage: createJSONStorage(() => localStorage) },
  ),
);

/** The world on screen: the owner's own data, or practice. */
export function useWorld(): World {
  return useWorldStore((store) => store.world);
}

export function currentWorld(): World {
  return useWorldStore.getState().world;
}

export function setWorld(world: World): void {
  useWorldStore.getState().setWorld(world);
}
