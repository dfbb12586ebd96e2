import { Eraser } from "lucide-react";
import { useMemo, useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { useCommands } from "../../ui/commands.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showToast } from "../../ui/show-toast.ts";

/** Begins practice anew. */
export function PracticeActions() {
  const [isAsking, setAsking] = useState(false);
  const clear = useAction("practice.clear", {
    onDone: () => {
      setAsking(false);
      showToast({ text: "Practice begins anew." });
    },
  });
  useCommands(
    useMemo(
      () => [
        {
          id: "clear practice",
          title: "Clear practice",
          group: "Practice",
          keywords: "throw away reset begin anew",
          icon: <Eraser />,
          run: () => {
            setAsking(true);
          },
        },
      ],
      [],
    ),
  );
  return (
    <>
      <Button
        onPress={() => {
          setAsking(true);
        }}
      >
        Clear practice…
      </Button>
      <ConfirmDialog
        title="Throw away everything in practice?"
        confirmLabel="Clear practice"
        isOpen={isAsking}
        isDanger
        isPending={clear.isPending}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          clear.mutate({});
        }}
      >
        Its contacts, campaigns, mails and clock are thrown away and cannot be brought back. Your
        real data are not touched.
      </ConfirmDialog>
    </>
  );
}
