import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Progress } from "../../ui/progress.tsx";
import { ImportFrame } from "./import-frame.tsx";
import { ImportSteps } from "./import-steps.tsx";
import type { ImportStatus } from "./import-words.ts";

/** An import that runs, or is being taken back. */
export function JobView({ status }: { status: ImportStatus }) {
  const { id, job, progress } = status;
  const cancel = useAction("imports.cancel");
  const isUndo = job === "undo";
  const isCancelled = cancel.isPending || cancel.isSuccess;
  return (
    <ImportFrame status={status}>
      <div className="flex max-w-4xl flex-col gap-6">
        {status.state === "running" && !isUndo && (
          <ImportSteps importId={id} current="import" open={[]} />
        )}
        <Card>
          <Progress
            label={isUndo ? "Bringing everyone back to how they were" : "Importing"}
            value={progress}
            max={1}
          />
          <p className="text-sm text-ink-soft">
            {isUndo
              ? "You can leave this page; it goes on by itself."
              : "You can leave this page; it goes on by itself. If you cancel, every contact is as it was before."}
          </p>
          {!isUndo && (
            <div>
              <Button
                size="sm"
                isDisabled={isCancelled}
                onPress={() => {
                  cancel.mutate({ id });
                }}
              >
                {isCancelled ? "Stopping…" : "Cancel the import"}
              </Button>
            </div>
          )}
        </Card>
      </div>
    </ImportFrame>
  );
}
