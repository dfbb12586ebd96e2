import type { WaitStep } from "#core/domain/campaign.ts";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { DurationFields } from "./duration-fields.tsx";
import { TimeField } from "./schedule-fields.tsx";
import { WeekdayPicker } from "./weekday-picker.tsx";

const choices = [
  { value: "for", label: "For some time" },
  { value: "weekday", label: "Until a day and time" },
] as const;

type Until = WaitStep["until"];

interface WaitEditorProps {
  step: WaitStep;
  onChange: (until: Until) => void;
}

/** How long a wait is. */
export function WaitEditor({ step: { until }, onChange }: WaitEditorProps) {
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label="Wait"
        options={choices}
        value={until.kind}
        onChange={(kind) => {
          if (kind !== until.kind) onChange(firstUntil(kind));
        }}
      />
      {until.kind === "for" ? (
        <DurationFields
          label="How long"
          value={until.duration}
          minAmount={1}
          onChange={(duration) => {
            onChange({ kind: "for", duration });
          }}
        />
      ) : (
        <>
          <WeekdayPicker
            weekdays={until.weekdays}
            onChange={(weekdays) => {
              onChange({ ...until, weekdays });
            }}
          />
          <TimeField
            label="Time, on their clock"
            value={until.time}
            onChange={(time) => {
              onChange({ ...until, time });
            }}
          />
        </>
      )}
    </div>
  );
}

function firstUntil(kind: Until["kind"]): Until {
  return kind === "for"
    ? { kind, duration: { amount: 1, unit: "days" } }
    : { kind, weekdays: [2], time: "10:00" };
}
