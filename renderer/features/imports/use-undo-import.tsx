import { type ReactNode, useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { given } from "../../ui/given.ts";
import { formatMany, type ImportSummary, touched } from "./import-words.ts";

/** Asks, and undoes an import. `dialog` belongs somewhere on the page. */
export function useUndoImport(onDone?: () => void): {
  ask: (about: ImportSummary) => void;
  dialog: ReactNode;
} {
  const [asked, setAsked] = useState<ImportSummary>();
  const undo = useAction("imports.undo", given({ onDone }));
  const people = asked?.result ? formatMany(touched(asked.result), "contact") : "The contacts";
  const dialog = asked && (
    <ConfirmDialog
      title={`Undo the import of “${asked.fileName}”?`}
      confirmLabel="Undo the import"
      isOpen
      onClose={() => {
        setAsked(undefined);
      }}
      onConfirm={() => {
        undo.mutate({ id: asked.id });
        setAsked(undefined);
      }}
    >
      {people} will be as before: new ones go away, changed ones get their old values back. Who was
      changed or mailed since stays as they are, and you are told how many. Unsubscribes the file
      brought stay too.
    </ConfirmDialog>
  );
  return { ask: setAsked, dialog };
}
