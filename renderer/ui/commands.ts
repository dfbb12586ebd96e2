import type { ReactNode } from "react";
import { useEffect } from "react";
import { create } from "zustand";

/** Something the command palette can do, and perhaps a shortcut. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** The heading it stands under. */
  readonly group: string;
  readonly icon?: ReactNode;
  /** More words it is found by. */
  readonly keywords?: string;
  /** "Mod+Enter", "g c" (one after the other), "?" … */
  readonly shortcut?: string;
  readonly run: () => void;
}

interface CommandStore {
  readonly sets: ReadonlyMap<symbol, readonly Command[]>;
  put: (owner: symbol, commands: readonly Command[]) => void;
  drop: (owner: symbol) => void;
}

export const useCommandStore = create<CommandStore>()((set) => ({
  sets: new Map(),
  put: (owner, commands) => {
    set(({ sets }) => ({ sets: new Map(sets).set(owner, commands) }));
  },
  drop: (owner) => {
    set(({ sets }) => ({ sets: new Map([...sets].filter(([key]) => key !== owner)) }));
  },
}));

/** Every command there is now. One put later with the same id wins. */
export function listCommands(sets: ReadonlyMap<symbol, readonly Command[]>): readonly Command[] {
  return [...new Map([...sets.values()].flat().map((command) => [command.id, command])).values()];
}

/**
 * Offers commands while the component is on the page. Memoise the list with `useMemo`:
 * `useCommands(useMemo(() => [{ id, title, group: "Contacts", shortcut: "n", run }], [run]))`.
 */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const owner = Symbol("commands");
    const { put, drop } = useCommandStore.getState();
    put(owner, commands);
    return () => {
      drop(owner);
    };
  }, [commands]);
}
