import { useCall } from "../../client/use-call.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Table, type TableColumn } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import {
  formatCount,
  type ImportSummary,
  leftOut,
  resultWords,
  stateWords,
} from "./import-words.ts";
import { useUndoImport } from "./use-undo-import.tsx";

/** Every list that was ever imported, what became of it, and the way back. */
export function PastImports() {
  const imports = useCall("imports.list", {});
  const undo = useUndoImport();
  return (
    <Loaded call={imports} height={160}>
      {(rows) => (
        <Card title="Past imports" isFlush>
          {rows.length === 0 ? (
            <p className="px-5 py-8 text-center text-base text-ink-soft">
              Every list you import is kept here with what became of it, for instance “412 new, 31
              updated”, and can be undone.
            </p>
          ) : (
            <Table
              label="Past imports"
              columns={columns(undo.ask)}
              rows={rows}
              rowKey={({ id }) => id}
            />
          )}
          {undo.dialog}
        </Card>
      )}
    </Loaded>
  );
}

function columns(onUndo: (row: ImportSummary) => void): readonly TableColumn<ImportSummary>[] {
  return [
    {
      key: "file",
      header: "File",
      render: ({ id, fileName }) => (
        <span className="line-clamp-2 max-w-80 break-words">
          <TextLink href={`/import/${id}`}>{fileName}</TextLink>
        </span>
      ),
    },
    { key: "when", header: "When", render: ({ startedAt }) => <DateTime at={startedAt} /> },
    {
      key: "state",
      header: "State",
      render: (row) => {
        const { label, tone } = stateWords(row);
        return (
          <Badge tone={tone} hasDot>
            {label}
          </Badge>
        );
      },
    },
    {
      key: "result",
      header: "Result",
      render: ({ result }) => (result ? resultWords(result) : "–"),
    },
    {
      key: "left-out",
      header: "Left out",
      align: "right",
      render: ({ result }) => (result ? formatCount(leftOut(result)) : "–"),
    },
    {
      key: "actions",
      header: "Actions",
      isHeaderHidden: true,
      align: "right",
      width: "8rem",
      render: (row) => <RowAction row={row} onUndo={onUndo} />,
    },
  ];
}

function RowAction({ row, onUndo }: { row: ImportSummary; onUndo: (row: ImportSummary) => void }) {
  if (row.job !== null) return null;
  if (row.state === "mapping")
    return (
      <ButtonLink href={`/import/${row.id}`} size="sm" aria-label={`Go on with ${row.fileName}`}>
        Go on
      </ButtonLink>
    );
  if (row.state !== "done") return null;
  return (
    <Button
      size="sm"
      aria-label={`Undo ${row.fileName}`}
      onPress={() => {
        onUndo(row);
      }}
    >
      Undo
    </Button>
  );
}
