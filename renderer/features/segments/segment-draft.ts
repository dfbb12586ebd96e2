import { create } from "zustand";
import type { SegmentRule } from "#core/domain/segment.ts";
import { useWorld } from "../../client/world.ts";

export interface SegmentDraft {
  readonly name: string;
  readonly rule: SegmentRule;
}

/** What was typed and not saved, by world and segment, so that leaving the page loses nothing. */
const useDrafts = create<{ readonly byKey: ReadonlyMap<string, SegmentDraft> }>()(() => ({
  byKey: new Map(),
}));

export interface DraftOfSegment {
  draft: SegmentDraft;
  isChanged: boolean;
  change: (part: Partial<SegmentDraft>) => void;
  drop: () => void;
}

/** The segment as it is on screen: what was typed last, else what is saved. `id` is null for a new one. */
export function useSegmentDraft(id: string | null, saved: SegmentDraft): DraftOfSegment {
  const key = `${useWorld()} ${id ?? "new"}`;
  const draft = useDrafts(({ byKey }) => byKey.get(key)) ?? saved;
  return {
    draft,
    isChanged:
      JSON.stringify([draft.name, draft.rule]) !== JSON.stringify([saved.name, saved.rule]),
    change: (part) => {
      useDrafts.setState(({ byKey }) => ({
        byKey: new Map(byKey).set(key, { name: draft.name, rule: draft.rule, ...part }),
      }));
    },
    drop: () => {
      useDrafts.setState(({ byKey }) => ({
        byKey: new Map([...byKey].filter(([other]) => other !== key)),
      }));
    },
  };
}
