import type { Entry } from "#core/domain/entry.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { AroundDateFields } from "./around-date-fields.tsx";
import { ClockTimeField } from "./clock-time-field.tsx";

interface DateEntryFieldsProps {
  entry: Extract<Entry, { kind: "date-reached" }>;
  onChange: (entry: Entry) => void;
}

/** Which date of theirs brings people in, and how long before or after it. */
export function DateEntryFields({ entry, onChange }: DateEntryFieldsProps) {
  return (
    <AroundDateFields
      value={entry}
      onChange={(change) => {
        onChange({ ...entry, ...change });
      }}
    >
      <ClockTimeField
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
    </AroundDateFields>
  );
}
