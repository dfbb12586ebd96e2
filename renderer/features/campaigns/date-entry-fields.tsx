import type { Entry } from "#core/domain/entry.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Select } from "../../ui/select.tsx";
import { DurationFields, dayUnits } from "./duration-fields.tsx";
import { useEditor } from "./editor-context.ts";
import { EntryTime } from "./entry-time.tsx";

type DateEntry = Extract<Entry, { kind: "date-reached" }>;

const whens = [
  { value: "on", label: "On the day" },
  { value: "before", label: "Before it" },
  { value: "after", label: "After it" },
] as const;

interface DateEntryFieldsProps {
  entry: DateEntry;
  onChange: (entry: Entry) => void;
}

/** Which date of theirs brings people in, and how long before or after it. */
export function DateEntryFields({ entry, onChange }: DateEntryFieldsProps) {
  const { choices } = useEditor();
  const dates = choices.fields.filter(({ type }) => type === "date");
  const when = entry.offset.amount === 0 ? "on" : entry.side;
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
        value={entry.field || null}
        onChange={(field) => {
          onChange({ ...entry, field });
        }}
      />
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-36">
          <Select
            label="When"
            options={whens}
            value={when}
            onChange={(next) => {
              onChange({ ...entry, ...offsetOf(next, entry) });
            }}
          />
        </div>
        {when !== "on" && (
          <DurationFields
            label="How long"
            value={entry.offset}
            minAmount={1}
            units={dayUnits}
            onChange={(offset) => {
              onChange({ ...entry, offset });
            }}
          />
        )}
      </div>
      <EntryTime
        clock="their clock"
        time={entry.time}
        onChange={(time) => {
          onChange({ ...entry, time });
        }}
      />
      <Checkbox
        isSelected={entry.isYearly}
        onChange={(isYearly) => {
          onChange({ ...entry, isYearly });
        }}
        description={
          entry.isYearly
            ? "29 February is taken as the 28th in years without it."
            : "Whose day is past already does not start."
        }
      >
        Every year, such as for birthdays
      </Checkbox>
    </>
  );
}

function offsetOf(
  when: (typeof whens)[number]["value"],
  { offset }: DateEntry,
): Pick<DateEntry, "offset" | "side"> {
  if (when === "on") return { offset: { ...offset, amount: 0 }, side: "before" };
  return { offset: { ...offset, amount: Math.max(offset.amount, 1) }, side: when };
}
