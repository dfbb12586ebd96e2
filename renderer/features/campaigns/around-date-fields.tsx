import type { ReactNode } from "react";
import type { AroundDate } from "#core/domain/around-date.ts";
import { Select } from "../../ui/select.tsx";
import { DurationFields, dayUnits } from "./duration-fields.tsx";
import { useEditor } from "./editor-context.ts";

interface FieldDate extends AroundDate {
  readonly field: string;
}

const whens = [
  { value: "on", label: "On the day" },
  { value: "before", label: "Before it" },
  { value: "after", label: "After it" },
] as const;

interface AroundDateFieldsProps {
  value: FieldDate;
  onChange: (change: Partial<FieldDate>) => void;
  /** What else is asked; left out while there is no date to choose. */
  children?: ReactNode;
}

/** A date of the person, and how long before or after it. */
export function AroundDateFields({ value, onChange, children }: AroundDateFieldsProps) {
  const { choices } = useEditor();
  const dates = choices.fields.filter(({ type }) => type === "date");
  const when = value.offset.amount === 0 ? "on" : value.side;
  if (dates.length === 0)
    return (
      <p className="text-base text-ink-soft">
        No field holds dates yet. Make one in Settings, under Fields, or import a column of dates.
      </p>
    );
  return (
    <>
      <Select
        label="Date"
        placeholder="Choose a field"
        options={dates.map(({ key, label }) => ({ value: key, label }))}
        value={value.field || null}
        onChange={(field) => {
          onChange({ field });
        }}
      />
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-36">
          <Select
            label="When"
            options={whens}
            value={when}
            onChange={(next) => {
              onChange(offsetOf(next, value));
            }}
          />
        </div>
        {when !== "on" && (
          <DurationFields
            label="How long"
            value={value.offset}
            minAmount={1}
            units={dayUnits}
            onChange={(offset) => {
              onChange({ offset });
            }}
          />
        )}
      </div>
      {children}
    </>
  );
}

function offsetOf(when: (typeof whens)[number]["value"], { offset }: AroundDate): AroundDate {
  if (when === "on") return { offset: { ...offset, amount: 0 }, side: "before" };
  return { offset: { ...offset, amount: Math.max(offset.amount, 1) }, side: when };
}
