import { FileX } from "lucide-react";
import { useLocation } from "wouter";
import { useAction } from "../../client/use-action.ts";
import { useWorld } from "../../client/world.ts";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Progress } from "../../ui/progress.tsx";
import { ImportFrame } from "./import-frame.tsx";
import { formatBytes, type ImportStatus } from "./import-words.ts";
import { cancelUpload, type Upload, useUpload } from "./uploads.ts";
import { useStartImport } from "./use-start-import.ts";

/** A file on its way in. Only the page that has the file can go on with it. */
export function UploadView({ status }: { status: ImportStatus }) {
  const world = useWorld();
  const [, navigate] = useLocation();
  const upload = useUpload(status.id);
  if (!upload || upload.state === "failed") return <Interrupted status={status} upload={upload} />;
  const { file, sentBytes, state } = upload;
  return (
    <ImportFrame status={status} words={{ label: "Coming in", tone: "accent" }}>
      <div className="max-w-4xl">
        <Card>
          {state === "sending" ? (
            <Progress
              label="Taking in the file"
              value={sentBytes}
              max={Math.max(1, file.size)}
              valueLabel={`${formatBytes(sentBytes)} of ${formatBytes(file.size)}`}
            />
          ) : (
            <Progress label="Finding out what is in the file" valueLabel="" />
          )}
          <p className="text-sm text-ink-soft">
            You can look at other pages meanwhile, but leave this window open.
          </p>
          <div>
            <Button
              size="sm"
              onPress={() => {
                void cancelUpload(world, status.id).then(() => {
                  navigate("/import");
                });
              }}
            >
              Cancel
            </Button>
          </div>
        </Card>
      </div>
    </ImportFrame>
  );
}

function Interrupted({ status, upload }: { status: ImportStatus; upload: Upload | undefined }) {
  const [, navigate] = useLocation();
  const { start, isStarting } = useStartImport();
  const discard = useAction("imports.cancel", {
    onDone: () => {
      navigate("/import");
    },
  });
  return (
    <ImportFrame status={status}>
      <EmptyState
        icon={<FileX />}
        title="The file did not come in whole"
        action={
          <>
            <Button
              isPending={discard.isPending}
              onPress={() => {
                discard.mutate({ id: status.id });
              }}
            >
              Discard
            </Button>
            {upload ? (
              <Button
                variant="primary"
                isPending={isStarting}
                onPress={() => void start(upload.file)}
              >
                Try again
              </Button>
            ) : (
              <ButtonLink href="/import" variant="primary">
                Choose the file again
              </ButtonLink>
            )}
          </>
        }
      >
        {upload?.problem ??
          "The window was closed or loaded again before all of it was here. Nothing was imported."}
      </EmptyState>
    </ImportFrame>
  );
}
