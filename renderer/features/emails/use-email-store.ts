import { useEffect, useState } from "react";
import type { EmailContent } from "#core/domain/email-content.ts";
import { clientFor } from "../../client/client.ts";
import { useLink } from "../../client/link.ts";
import { useWorld } from "../../client/world.ts";
import { showToast } from "../../ui/show-toast.ts";
import { createEmailStore, type EmailStore } from "./email-store.ts";

export interface EmailKey {
  readonly campaignId: string;
  readonly stepId: string;
}

/** Editors that were left before all of it was saved, by world, campaign and step: nothing typed is lost. */
const unsavedByKey = new Map<string, EmailStore>();

/** Whether there is more of this email here than the core has. */
export function useUnsavedEmail(email: EmailKey): EmailStore | undefined {
  const key = keyOf(useWorld(), email);
  const [unsaved] = useState(() => unsavedByKey.get(key));
  return unsaved;
}

/** The editor of an email for as long as its page is open: saves by itself, and once more on leaving. */
export function useEmailStore(email: EmailKey, content: EmailContent): EmailStore {
  const world = useWorld();
  const key = keyOf(world, email);
  const [store] = useState(
    () =>
      unsavedByKey.get(key) ??
      createEmailStore(content, {
        // This world, also when another is on screen by the time it is saved.
        save: (changed) => clientFor(world).emails.save({ ...email, content: changed }),
        later: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => {
            clearTimeout(timer);
          };
        },
      }),
  );
  useEffect(
    () => () => {
      void leave(key, store);
    },
    [key, store],
  );
  useEffect(() => saveBeforeUnload(store), [store]);
  useEffect(() => retryOnReturn(store), [store]);
  return store;
}

function keyOf(world: string, { campaignId, stepId }: EmailKey): string {
  return `${world} ${campaignId} ${stepId}`;
}

async function leave(key: string, store: EmailStore): Promise<void> {
  unsavedByKey.set(key, store);
  await store.flush();
  const { saveState } = store.getState();
  if (saveState.kind !== "failed") {
    unsavedByKey.delete(key);
    return;
  }
  showToast({
    text: "The email you just left is not saved yet.",
    description: saveState.message,
    kind: "problem",
    action: {
      label: "Save again",
      run: () => void leave(key, store),
    },
  });
}

function saveBeforeUnload(store: EmailStore): () => void {
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
function retryOnReturn(store: EmailStore): () => void {
  return useLink.subscribe((now, before) => {
    if (now.opened > before.opened && store.getState().saveState.kind === "failed")
      void store.flush();
  });
}
