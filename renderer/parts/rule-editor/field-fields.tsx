import { NumberField } from "../../ui/number-field.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { fieldTypeOf, testOptions } from "./condition-subjects.ts";
import type { FieldCondition } from "./condition-subjects.ts";
import type { RuleChoices } from "./rule-choices.ts";

interface FieldFieldsProps {
  condition: FieldCondition;
  onChange: (condition: FieldCondition) => void;
  choices: RuleChoices;
}

const yesOrNo = [
  { value: "true", label: "yes" },
  { value: "false", label: "no" },
];

/** A test on a field, and the value as the field's type asks for it. */
export function FieldFields({ condition, onChange, choices }: FieldFieldsProps) {
  const type = fieldTypeOf(condition.field, choices);
  return (
    <>
      <div className="w-34">
        <Select
          label="Test"
          isLabelHidden
          options={testOptions(type, condition.test)}
          value={condition.test}
          onChange={(test) => {
            onChange({ ...condition, test });
          }}
        />
      </div>
      <Value
        condition={condition}
        isDate={type === "date"}
        isBoolean={type === "boolean"}
        onValue={(value) => {
          onChange({ ...condition, value });
        }}
      />
    </>
  );
}

interface ValueProps {
  condition: FieldCondition;
  isDate: boolean;
  isBoolean: boolean;
  onValue: (value: string) => void;
}

function Value({ condition, isDate, isBoolean, onValue }: ValueProps) {
  const { test, value } = condition;
  if (test === "is-blank" || test === "is-not-blank") return null;
  if (test === "within-last-days" || test === "within-next-days")
    return (
      <NumberField
        label="Days"
        isLabelHidden
        unit="days"
        minValue={0}
        value={value.trim() === "" ? Number.NaN : Number(value)}
        onChange={(days) => {
          onValue(Number.isNaN(days) ? "" : String(days));
        }}
      />
    );
  if (isBoolean)
    return (
      <div className="w-24">
        <Select
          label="Value"
          isLabelHidden
          options={yesOrNo}
          value={value || null}
          onChange={onValue}
          placeholder="…"
        />
      </div>
    );
  return (
    <div className="w-44">
      <TextField
        label="Value"
        isLabelHidden
        placeholder="Value"
        type={isDate ? "date" : "text"}
        value={value}
        onChange={onValue}
      />
    </div>
  );
}
