import type { Ref } from "react";
import { classes } from "../../ui/classes.ts";
import type { Option } from "../../ui/option.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import {
  choiceOf,
  type ColumnTarget,
  type Field,
  fieldTypes,
  type targetChoices,
  type withNewField,
} from "./column-targets.ts";
import type { Inspection } from "./use-plan.ts";

type Choices = ReturnType<typeof targetChoices>;
type NewFieldChange = Parameters<typeof withNewField>[2];

export interface ColumnRowWords {
  choices: Choices;
  onChoice: (index: number, choice: Choices[number]["value"]) => void;
  onNewField: (index: number, change: NewFieldChange) => void;
}

/** Values that fit beside the choice; the others are in the tooltip. */
const SHOWN_SAMPLES = 2;

interface ColumnRowProps extends ColumnRowWords {
  ref: Ref<HTMLTableRowElement>;
  /** Of the row in the table. */
  place: number;
  /** Of the column in the file. */
  index: number;
  column: Inspection["columns"][number];
  target: ColumnTarget;
  fields: readonly Field[];
  problem: string | undefined;
}

/** One column of the file: what is in it, and what it is. */
export function ColumnRow(props: ColumnRowProps) {
  const { ref, place, index, column, target, fields, problem, choices, onChoice } = props;
  const { header, samples } = column;
  const isSkipped = target.kind === "skip";
  return (
    <tr
      ref={ref}
      data-index={place}
      aria-rowindex={place + 2}
      className="h-15.25 border-b border-line align-middle last:border-0"
    >
      <th
        scope="row"
        className={classes(
          "px-3 py-2.5 pl-5 font-medium",
          isSkipped ? "text-ink-faint" : "text-ink",
        )}
      >
        <span className="line-clamp-2 break-words">{header}</span>
      </th>
      <td className="px-3 py-2.5 text-sm text-ink-soft" title={samples.join("\n")}>
        {samples.length === 0 && <span className="text-ink-faint">Nothing in it</span>}
        {samples.slice(0, SHOWN_SAMPLES).map((sample) => (
          <span key={sample} className="block truncate">
            {sample}
          </span>
        ))}
      </td>
      <td className="px-3 py-2.5">
        <Select
          label={`“${header}” goes to`}
          isLabelHidden
          options={choices}
          value={choiceOf(target, fields)}
          onChange={(choice) => {
            onChoice(index, choice);
          }}
          errorMessage={problem}
        />
      </td>
      <td className="px-3 py-2.5 pr-5">
        <FieldCell {...props} />
      </td>
    </tr>
  );
}

function FieldCell({ index, column, target, fields, onNewField }: ColumnRowProps) {
  if (target.kind !== "field") return null;
  if (choiceOf(target, fields) !== "new")
    return <p className="text-sm text-ink-soft">{typeLabel(target.type)}</p>;
  return (
    <div className="flex gap-2">
      <div className="min-w-0 flex-1">
        <TextField
          label={`Name of the new field for “${column.header}”`}
          isLabelHidden
          maxLength={60}
          value={target.label}
          onChange={(label) => {
            onNewField(index, { label });
          }}
        />
      </div>
      <div className="w-28 shrink-0">
        <Select
          label={`What the new field for “${column.header}” holds`}
          isLabelHidden
          options={fieldTypes}
          value={target.type}
          onChange={(type) => {
            onNewField(index, { type });
          }}
        />
      </div>
    </div>
  );
}

function typeLabel(type: Option["value"]): string {
  return fieldTypes.find(({ value }) => value === type)?.label ?? "";
}
