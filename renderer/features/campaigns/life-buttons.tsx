import { Pause, Play, Rocket } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { useEditor, useEditorState } from "./editor-context.ts";
import { GoLiveDialog } from "./go-live-dialog.tsx";

/** Turns the campaign on and off. */
export function LifeButtons() {
  const { campaign, store } = useEditor();
  const saveState = useEditorState((state) => state.saveState.kind);
  const [isAsking, setAsking] = useState(false);
  const resume = useAction("campaigns.resume", {
    onDone: () => {
      showToast({ text: `“${campaign.name}” goes on.` });
    },
  });
  const pause = useAction("campaigns.pause", {
    onDone: (_, { id }) => {
      showToast({
        text: `“${campaign.name}” is paused. Nobody moves until you resume it.`,
        undo: () => {
          resume.mutate({ id });
        },
      });
    },
  });
  const { id, state } = campaign;
  const hasChanges = state !== "draft" && (campaign.hasUnpublishedChanges || saveState !== "saved");

  function ask() {
    // The dialog asks the core, so the core must have what is on screen.
    void store.flush().then(() => {
      if (store.getState().saveState.kind === "saved") setAsking(true);
    });
  }

  return (
    <>
      {state === "live" && (
        <Button
          icon={<Pause aria-hidden />}
          isPending={pause.isPending}
          onPress={() => {
            pause.mutate({ id });
          }}
        >
          Pause
        </Button>
      )}
      {state === "paused" && (
        <Button
          icon={<Play aria-hidden />}
          variant={hasChanges ? "secondary" : "primary"}
          isPending={resume.isPending}
          onPress={() => {
            resume.mutate({ id });
          }}
        >
          Resume
        </Button>
      )}
      {state === "draft" || state === "stopped" ? (
        <Button variant="primary" icon={<Rocket aria-hidden />} onPress={ask}>
          {state === "draft" ? "Go live…" : "Go live again…"}
        </Button>
      ) : (
        hasChanges && (
          <Button variant="primary" icon={<Rocket aria-hidden />} onPress={ask}>
            Publish changes…
          </Button>
        )
      )}
      {isAsking && (
        <GoLiveDialog
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
