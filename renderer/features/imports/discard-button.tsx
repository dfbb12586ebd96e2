import { useState } from "react";
import { useLocation } from "wouter";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";

/** Gives up a file that was not imported yet. */
export function DiscardButton({ importId }: { importId: string }) {
  const [isAsking, setAsking] = useState(false);
  const [, navigate] = useLocation();
  const cancel = useAction("imports.cancel", {
    onDone: () => {
      navigate("/import");
    },
  });
  return (
    <>
      <Button
        variant="quiet"
        onPress={() => {
          setAsking(true);
        }}
      >
        Discard
      </Button>
      <ConfirmDialog
        title="Discard this file?"
        confirmLabel="Discard"
        isOpen={isAsking}
        isPending={cancel.isPending}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          cancel.mutate({ id: importId });
        }}
      >
        Nothing of it was imported. What you chose for its columns is forgotten; the file on your
        computer stays.
      </ConfirmDialog>
    </>
  );
}
