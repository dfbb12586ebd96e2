import { Undo2, UsersRound } from "lucide-react";
import { useMemo } from "react";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { useCommands } from "../../ui/commands.ts";
import { CountsRow } from "./counts-row.tsx";
import { ImportFrame } from "./import-frame.tsx";
import { type ImportStatus, resultWords } from "./import-words.ts";
import { LeftOutCard } from "./left-out-card.tsx";
import { outcomeOf } from "./outcome-of.ts";
import { useUndoImport } from "./use-undo-import.tsx";

/** What became of an import, in words and numbers. */
export function ImportOver({ status }: { status: ImportStatus }) {
  const { ask, dialog } = useUndoImport();
  const { state, result } = status;
  const isDone = state === "done";
  const { tone, title, text } = outcomeOf(status);
  useCommands(
    useMemo(
      () =>
        isDone
          ? [
              {
                id: "undo import",
                title: "Undo this import",
                group: "Import",
                icon: <Undo2 />,
                run: () => {
                  ask(status);
                },
              },
            ]
          : [],
      [isDone, ask, status],
    ),
  );
  return (
    <ImportFrame
      status={status}
      actions={
        isDone ? (
          <>
            <Button
              icon={<Undo2 />}
              onPress={() => {
                ask(status);
              }}
            >
              Undo the import
            </Button>
            <ButtonLink href="/contacts" variant="primary" icon={<UsersRound />}>
              Show the contacts
            </ButtonLink>
          </>
        ) : (
          <ButtonLink href="/import" variant="primary">
            Import another file
          </ButtonLink>
        )
      }
    >
      <div className="flex flex-col gap-6">
        <Banner tone={tone} title={title} isUrgent>
          {text}
        </Banner>
        {result !== null && isDone && (
          <>
            <CountsRow counts={result} />
            <LeftOutCard status={status} counts={result} />
          </>
        )}
        {result !== null && state === "undone" && (
          <p className="text-base text-ink-soft">It had brought: {resultWords(result)}.</p>
        )}
      </div>
      {dialog}
    </ImportFrame>
  );
}
