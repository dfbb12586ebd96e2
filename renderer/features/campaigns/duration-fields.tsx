import type { Duration, DurationUnit } from "#core/domain/campaign.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { Select } from "../../ui/select.tsx";

const allUnits: readonly { value: DurationUnit; label: string }[] = [
  { value: "minutes", label: "minutes" },
  { value: "hours", label: "hours" },
  { value: "days", label: "days" },
  { value: "weeks", label: "weeks" },
  { value: "months", label: "months" },
];

/** What a date can be counted from in. */
export const dayUnits = allUnits.filter(({ value }) => value !== "minutes" && value !== "hours");

interface DurationFieldsProps {
  label: string;
  value: Duration;
  onChange: (value: Duration) => void;
  minAmount?: number;
  units?: typeof dayUnits;
}

/** A number and its unit. */
export function DurationFields(props: DurationFieldsProps) {
  const { label, value, onChange, minAmount = 0, units = allUnits } = props;
  return (
    <div className="flex items-end gap-2">
      <NumberField
        label={label}
        value={value.amount}
        minValue={minAmount}
        maxValue={100_000}
        onChange={(amount) => {
          if (Number.isFinite(amount)) onChange({ ...value, amount });
        }}
      />
      <div className="w-28">
        <Select
          label={`${label}: unit`}
          isLabelHidden
          options={units}
          value={value.unit}
          onChange={(unit) => {
            onChange({ ...value, unit });
          }}
        />
      </div>
    </div>
  );
}
