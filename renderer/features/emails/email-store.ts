import { createStore, type StoreApi } from "zustand/vanilla";
import type { EmailContent } from "#core/domain/email-content.ts";
import { CallFailed } from "#core/contract/failure.ts";

/** saved → changed → saving → saved; or failed, with why. */
export type SaveState =
  | { readonly kind: "saved" | "changed" | "saving" }
  | { readonly kind: "failed"; readonly message: string };

export interface EmailState {
  readonly content: EmailContent;
  readonly past: readonly EmailContent[];
  readonly future: readonly EmailContent[];
  readonly saveState: SaveState;
  /** The part that takes the focus once it is drawn: a block, or a field by its name. */
  readonly focusPlace: string | null;
}

export interface EmailStoreParts {
  readonly save: (content: EmailContent) => Promise<unknown>;
  /** Waits; returns how to give it up. */
  readonly later: (run: () => void, ms: number) => () => void;
}

export interface EmailStore extends StoreApi<EmailState> {
  /** Makes a change. Those of one `mergeKey` without a pause between them are undone in one piece. */
  edit: (change: (content: EmailContent) => EmailContent, mergeKey?: string) => void;
  undo: () => void;
  redo: () => void;
  focus: (place: string | null) => void;
  /** Saves at once; settles when nothing is left to save, or it could not be saved. */
  flush: () => Promise<void>;
}

/** Typing that pauses this long is saved, and is one step back. */
const PAUSE_MS = 600;
/** What could not be saved is tried again. */
const RETRY_MS = 5000;
const MOST_UNDOS = 200;

/** The state of one email's editor: its content, undo, and saving by itself. */
export function createEmailStore(content: EmailContent, parts: EmailStoreParts): EmailStore {
  const store = createStore<EmailState>()(() => ({
    content,
    past: [],
    future: [],
    saveState: { kind: "saved" },
    focusPlace: null,
  }));
  const { getState: get, setState: set } = store;
  let lastMergeKey: string | undefined;
  let giveUp: (() => void) | undefined;
  let saving: Promise<void> | undefined;

  function saveIn(ms: number): void {
    giveUp?.();
    giveUp = parts.later(() => {
      lastMergeKey = undefined;
      void flush();
    }, ms);
  }

  function put(change: Pick<EmailState, "content" | "past" | "future">): void {
    set({ ...change, saveState: { kind: "changed" } });
    saveIn(PAUSE_MS);
  }

  function flush(): Promise<void> {
    giveUp?.();
    giveUp = undefined;
    saving ??= saveAll().finally(() => {
      saving = undefined;
    });
    return saving;
  }

  async function saveAll(): Promise<void> {
    while (get().saveState.kind !== "saved") {
      const { content } = get();
      set({ saveState: { kind: "saving" } });
      try {
        await parts.save(content);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        set({ saveState: { kind: "failed", message } });
        if (error instanceof CallFailed && error.code === "unreachable") saveIn(RETRY_MS);
        return;
      }
      set({ saveState: { kind: get().content === content ? "saved" : "changed" } });
    }
  }

  return {
    ...store,
    edit(change, mergeKey) {
      const { content, past } = get();
      const next = change(content);
      if (next === content) return;
      const isMerged = mergeKey !== undefined && mergeKey === lastMergeKey && past.length > 0;
      lastMergeKey = mergeKey;
      put({
        content: next,
        past: isMerged ? past : [...past, content].slice(-MOST_UNDOS),
        future: [],
      });
    },
    undo() {
      const { content, past, future } = get();
      const before = past.at(-1);
      if (!before) return;
      lastMergeKey = undefined;
      put({ content: before, past: past.slice(0, -1), future: [content, ...future] });
    },
    redo() {
      const { content, past, future } = get();
      const [next, ...rest] = future;
      if (!next) return;
      lastMergeKey = undefined;
      put({ content: next, past: [...past, content], future: rest });
    },
    focus(focusPlace) {
      set({ focusPlace });
    },
    flush,
  };
}
