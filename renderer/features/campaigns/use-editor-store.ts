import { useEffect, useState } from "react";
import type { Client } from "../../client/client.ts";
import { useLink } from "../../client/link.ts";
import { showToast } from "../../ui/show-toast.ts";
import type { Campaign } from "./editor-context.ts";
import { createEditorStore, type EditorStore } from "./editor-store.ts";

/** Typing that pauses this long is saved. */
const SAVE_AFTER_MS = 500;

/** The editor of a campaign for as long as its page is open: saves by itself, and once more on leaving. */
export function useEditorStore(campaign: Campaign, api: Client): EditorStore {
  const [store] = useState(() => openEditor(campaign, api));
  useEffect(() => {
    store.take(campaign);
  }, [store, campaign]);
  useEffect(
    () => () => {
      void store.flush();
    },
    [store],
  );
  useEffect(() => warnBeforeUnload(store), [store]);
  useEffect(() => retryOnReturn(store), [store]);
  return store;
}

function openEditor(campaign: Campaign, api: Client): EditorStore {
  const { id } = campaign;
  const store = createEditorStore(campaign, {
    saveDraft: (draft) => api.campaigns.saveDraft({ id, ...draft }),
    onConflict: (message) => void takeTheirs(message),
    later: (run) => {
      const timer = setTimeout(run, SAVE_AFTER_MS);
      return () => {
        clearTimeout(timer);
      };
    },
  });

  /** What another window saved is shown; what was made here is one press away, so neither is lost. */
  async function takeTheirs(message: string) {
    const mine = store.getState().plan;
    store.replace(await api.campaigns.get({ id }));
    showToast({
      text: message,
      kind: "problem",
      action: {
        label: "Use mine instead",
        run: () => {
          store.edit(() => mine);
        },
      },
    });
  }

  return store;
}

function warnBeforeUnload(store: EditorStore): () => void {
  function onBeforeUnload(event: BeforeUnloadEvent) {
    if (store.getState().saveState.kind === "saved") return;
    void store.flush();
    event.preventDefault();
  }
  window.addEventListener("beforeunload", onBeforeUnload);
  return () => {
    window.removeEventListener("beforeunload", onBeforeUnload);
  };
}

/** What could not be saved while the engine was away is saved when it is back. */
function retryOnReturn(store: EditorStore): () => void {
  return useLink.subscribe((now, before) => {
    if (now.opened > before.opened && store.getState().saveState.kind === "failed")
      void store.flush();
  });
}
