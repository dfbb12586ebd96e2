import { useMemo, useState } from "react";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import {
  type ColumnTarget,
  countNewFields,
  type Field,
  targetChoices,
  withChoice,
  withNewField,
  withoutNewFields,
} from "./column-targets.ts";
import { ColumnsTable } from "./columns-table.tsx";
import { FileNotes } from "./file-notes.tsx";
import { formatCount, formatMany } from "./import-words.ts";
import type { MappingProblems } from "./mapping-problems.ts";
import type { Inspection } from "./use-plan.ts";

/** More columns than one takes in at a glance. */
const MANY = 20;
/** Columns named where several need another choice. */
const SHOWN_PROBLEMS = 5;

interface ColumnsStepProps {
  inspection: Inspection;
  fields: readonly Field[];
  mapping: readonly ColumnTarget[];
  problems: MappingProblems;
  onChange: (mapping: ColumnTarget[]) => void;
}

/** What each column of the file is. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { inspection, fields, mapping, problems, onChange } = props;
  const { columns, notes } = inspection;
  const [query, setQuery] = useState("");
  const choices = useMemo(() => targetChoices(fields), [fields]);
  const shown = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    return columns.flatMap(({ header }, index) =>
      header.toLowerCase().includes(wanted) ? [index] : [],
    );
  }, [columns, query]);
  const clashing = [...problems.byColumn.keys()];
  const taken = mapping.filter(({ kind }) => kind !== "skip").length;
  const newFields = countNewFields(mapping, fields);

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4">
      {problems.whole !== null && (
        <Banner tone="warn" title="One thing is missing">
          {problems.whole}
        </Banner>
      )}
      {clashing.length > 0 && (
        <Banner
          tone="warn"
          title={`${formatMany(clashing.length, "column needs", "columns need")} another choice`}
        >
          {clashing
            .slice(0, SHOWN_PROBLEMS)
            .map((index) => `“${columns[index]?.header ?? ""}”`)
            .join(", ")}
          {clashing.length > SHOWN_PROBLEMS && " and more"}
        </Banner>
      )}
      <FileNotes notes={notes} />
      <div className="flex flex-wrap items-center gap-3">
        {columns.length > MANY && (
          <SearchField label="Find a column" value={query} onChange={setQuery} />
        )}
        <p className="flex-1 text-base text-ink-soft" role="status">
          {formatCount(taken)} of {formatMany(columns.length, "column")} will be imported
          {newFields > 0 && `, ${formatMany(newFields, "new field")} among them`}.
        </p>
        {newFields > 0 && columns.length > MANY && (
          <Button
            size="sm"
            onPress={() => {
              onChange(withoutNewFields(mapping, fields));
            }}
          >
            Leave out all new fields
          </Button>
        )}
      </div>
      <ColumnsTable
        shown={shown}
        columns={columns}
        mapping={mapping}
        fields={fields}
        choices={choices}
        problems={problems.byColumn}
        onChoice={(index, choice) => {
          const column = columns[index];
          if (column) onChange(withChoice(mapping, index, choice, { column, fields }));
        }}
        onNewField={(index, change) => {
          onChange(withNewField(mapping, index, change, fields));
        }}
      />
    </div>
  );
}
