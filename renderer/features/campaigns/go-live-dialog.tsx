import { useState } from "react";
import { hasErrors } from "#core/domain/campaign-problems.ts";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CheckList } from "./check-list.tsx";
import { useEditor } from "./editor-context.ts";
import { GoLiveQuestions, type Existing } from "./go-live-questions.tsx";
import { people } from "./people-words.ts";

/** Says what going live, or publishing, would do, and asks the one thing only a person can know. */
export function GoLiveDialog({ onClose }: { onClose: () => void }) {
  const { campaign } = useEditor();
  const { id, name, state } = campaign;
  const isPublishing = state === "live" || state === "paused";
  const [existing, setExisting] = useState<Existing>(isPublishing ? "only-new" : "start");
  const preview = useCall("campaigns.goLivePreview", { id }, { topics: ["contacts", "segments"] });
  const goLive = useAction("campaigns.goLive", {
    isErrorShown: true,
    onDone: ({ started }) => {
      onClose();
      showToast({
        text: isPublishing ? `The changes to “${name}” are live.` : `“${name}” is live.`,
        description:
          started === 0
            ? "It waits for the first people to come in."
            : `${people(started)} started.`,
      });
    },
  });
  const isRefused = preview.data !== undefined && hasErrors(preview.data.problems);

  return (
    <Dialog
      title={dialogTitle(name, isPublishing, isRefused)}
      isOpen
      onClose={onClose}
      size="md"
      footer={
        <>
          <Button onPress={onClose}>{isRefused ? "Close" : "Cancel"}</Button>
          {!isRefused && (
            <Button
              variant="primary"
              isDisabled={!preview.data}
              isPending={goLive.isPending}
              onPress={() => {
                goLive.mutate({ id, existing });
              }}
            >
              {isPublishing ? "Publish changes" : "Go live"}
            </Button>
          )}
        </>
      }
    >
      {preview.error ? (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : !preview.data ? (
        <Skeleton lines={6} />
      ) : isRefused ? (
        <>
          <p>This has to be put right first. Each line leads to its step.</p>
          <div className="rounded-lg border border-line p-2">
            <CheckList onChosen={onClose} />
          </div>
        </>
      ) : (
        <GoLiveQuestions
          preview={preview.data}
          existing={existing}
          onExisting={setExisting}
          isPublishing={isPublishing}
          refusal={goLive.error?.message}
        />
      )}
    </Dialog>
  );
}

function dialogTitle(name: string, isPublishing: boolean, isRefused: boolean): string {
  if (isRefused)
    return isPublishing ? "The changes cannot be published yet" : "This cannot go live yet";
  return isPublishing ? `Publish changes to “${name}”` : `Go live with “${name}”`;
}
