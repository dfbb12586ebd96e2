import { createStore, type StoreApi } from "zustand/vanilla";
import type { CampaignProblem } from "#core/domain/campaign-facts.ts";
import type { CampaignPlan, StepId } from "#core/domain/campaign.ts";
import { isRefused, type Refused } from "#core/domain/edit-steps.ts";
import { CallFailed } from "#core/contract/failure.ts";

/** saved → changed → saving → saved; or failed, with why. */
export type SaveState =
  | { readonly kind: "saved" | "changed" | "saving" }
  | { readonly kind: "failed"; readonly message: string };

/** A draft as the core knows it. */
export interface Draft {
  readonly plan: CampaignPlan;
  readonly draftRev: number;
  readonly problems: readonly CampaignProblem[];
}

export interface EditorState extends Draft {
  readonly past: readonly CampaignPlan[];
  readonly future: readonly CampaignPlan[];
  readonly saveState: SaveState;
  /** The step whose panel is open. */
  readonly selectedId: StepId | null;
  /** The step whose row takes the focus once it is drawn. */
  readonly focusId: StepId | null;
}

export interface EditorParts {
  readonly saveDraft: (
    draft: Pick<Draft, "plan" | "draftRev">,
  ) => Promise<Pick<Draft, "draftRev" | "problems">>;
  /** Somebody else saved in between: what was here is replaced by what comes from outside. */
  readonly onConflict: (message: string) => void;
  /** Waits a moment, so that typing is one saving; returns how to give it up. */
  readonly later: (run: () => void) => () => void;
}

export interface EditorStore extends StoreApi<EditorState> {
  /** Makes a change, to be undone in one piece with those before it of the same `mergeKey`. Returns why it was refused. */
  edit: (
    change: (plan: CampaignPlan) => CampaignPlan | Refused,
    mergeKey?: string,
  ) => string | undefined;
  undo: () => void;
  redo: () => void;
  select: (id: StepId | null) => void;
  focus: (id: StepId | null) => void;
  /** Takes what the core has where it is newer and nothing here waits to be saved. */
  take: (draft: Draft) => void;
  /** Replaces everything here, what was not saved included. */
  replace: (draft: Draft) => void;
  /** Saves at once; settles when nothing is left to save. */
  flush: () => Promise<void>;
}

const MOST_UNDOS = 200;

/** The state of one campaign's editor: plan, undo, and saving by itself. */
export function createEditorStore(first: Draft, parts: EditorParts): EditorStore {
  const store = createStore<EditorState>()(() => ({
    ...first,
    past: [],
    future: [],
    saveState: { kind: "saved" },
    selectedId: null,
    focusId: null,
  }));
  const { getState: get, setState: set } = store;
  let lastMergeKey: string | undefined;
  let giveUp: (() => void) | undefined;
  let running: Promise<void> | undefined;

  function put(change: Partial<EditorState>) {
    set({ ...change, saveState: { kind: "changed" } });
    giveUp?.();
    giveUp = parts.later(() => void flush());
  }

  async function flush(): Promise<void> {
    giveUp?.();
    giveUp = undefined;
    while (running) await running;
    if (get().saveState.kind === "saved") return;
    running = save();
    await running;
    running = undefined;
    if (get().saveState.kind === "changed" && !giveUp) await flush();
  }

  async function save(): Promise<void> {
    const { plan, draftRev } = get();
    set({ saveState: { kind: "saving" } });
    try {
      const saved = await parts.saveDraft({ plan, draftRev });
      set({ ...saved, saveState: { kind: get().plan === plan ? "saved" : "changed" } });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      set({ saveState: { kind: "failed", message } });
      if (error instanceof CallFailed && error.code === "conflict") parts.onConflict(message);
    }
  }

  function replace(draft: Draft) {
    giveUp?.();
    giveUp = undefined;
    lastMergeKey = undefined;
    set({ ...draft, past: [], future: [], saveState: { kind: "saved" } });
  }

  return {
    ...store,
    edit(change, mergeKey) {
      const { plan, past } = get();
      const next = change(plan);
      if (isRefused(next)) return next.refused;
      if (next === plan) return undefined;
      const isMerged = mergeKey !== undefined && mergeKey === lastMergeKey && past.length > 0;
      lastMergeKey = mergeKey;
      put({
        plan: next,
        past: isMerged ? past : [...past, plan].slice(-MOST_UNDOS),
        future: [],
      });
      return undefined;
    },
    undo() {
      const { plan, past, future } = get();
      const before = past.at(-1);
      if (!before) return;
      lastMergeKey = undefined;
      put({ plan: before, past: past.slice(0, -1), future: [plan, ...future] });
    },
    redo() {
      const { plan, past, future } = get();
      const [next, ...rest] = future;
      if (!next) return;
      lastMergeKey = undefined;
      put({ plan: next, past: [...past, plan], future: rest });
    },
    select(id) {
      lastMergeKey = undefined;
      set({ selectedId: id });
    },
    focus(id) {
      set({ focusId: id });
    },
    take(draft) {
      const { draftRev, saveState } = get();
      if (saveState.kind !== "saved") return;
      if (draft.draftRev > draftRev) replace(draft);
      else if (draft.draftRev === draftRev) set({ problems: draft.problems });
    },
    replace,
    flush,
  };
}
