import { useCallback } from "react";
import { create } from "zustand";
import type { Details } from "./details.ts";

interface DetailDrafts {
  /** What was typed and not saved yet, by world and contact; it outlives a look at another page. */
  readonly drafts: Readonly<Record<string, Details>>;
  put: (key: string, name: string, value: string) => void;
  drop: (key: string) => void;
}

const useDetailDrafts = create<DetailDrafts>()((set) => ({
  drafts: {},
  put: (key, name, value) => {
    set(({ drafts }) => ({ drafts: { ...drafts, [key]: { ...drafts[key], [name]: value } } }));
  },
  drop: (key) => {
    set(({ drafts }) => {
      const { [key]: _gone, ...others } = drafts;
      return { drafts: others };
    });
  },
}));

const nothingTyped: Details = {};

/** What was typed about one contact: `[draft, put, drop]`. */
export function useDetailDraft(
  key: string,
): [Details, (name: string, value: string) => void, () => void] {
  const draft = useDetailDrafts(({ drafts }) => drafts[key] ?? nothingTyped);
  const put = useDetailDrafts((store) => store.put);
  const drop = useDetailDrafts((store) => store.drop);
  return [
    draft,
    useCallback((name: string, value: string) => put(key, name, value), [put, key]),
    useCallback(() => drop(key), [drop, key]),
  ];
}
