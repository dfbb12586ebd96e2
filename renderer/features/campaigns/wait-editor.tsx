import type { WaitPast, WaitStep, WaitUntil } from "#core/domain/campaign.ts";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AroundDateFields } from "./around-date-fields.tsx";
import { ClockTimeField } from "./clock-time-field.tsx";
import { DurationFields } from "./duration-fields.tsx";
import { WeekdayPicker } from "./weekday-picker.tsx";

const choices = [
  { value: "for", label: "For some time" },
  { value: "weekday", label: "Until a weekday and time" },
  { value: "date", label: "Until a day" },
  { value: "field", label: "Until a date of the person, or around it" },
] as const;

const pastChoices: readonly { value: WaitPast; label: string }[] = [
  { value: "go-on", label: "goes on at once" },
  { value: "skip", label: "skips the next step" },
  { value: "end", label: "leaves the campaign" },
];

interface WaitEditorProps {
  step: WaitStep;
  onChange: (until: WaitUntil) => void;
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
      <UntilFields until={until} onChange={onChange} />
      {(until.kind === "date" || until.kind === "field") && (
        <RadioGroup
          label={
            until.kind === "date"
              ? "Whoever gets here after it"
              : "Whoever gets here after it, or has no date"
          }
          options={pastChoices}
          value={until.past}
          onChange={(past) => {
            onChange({ ...until, past });
          }}
        />
      )}
    </div>
  );
}

function UntilFields({
  until,
  onChange,
}: {
  until: WaitUntil;
  onChange: WaitEditorProps["onChange"];
}) {
  switch (until.kind) {
    case "for":
      return (
        <DurationFields
          label="How long"
          value={until.duration}
          minAmount={1}
          onChange={(duration) => {
            onChange({ kind: "for", duration });
          }}
        />
      );
    case "weekday":
      return (
        <>
          <WeekdayPicker
            weekdays={until.weekdays}
            onChange={(weekdays) => {
              onChange({ ...until, weekdays });
            }}
          />
          <WaitTime until={until} onChange={onChange} />
        </>
      );
    case "date":
      return (
        <div className="flex items-end gap-2">
          <TextField
            label="Day"
            type="date"
            value={until.date}
            onChange={(date) => {
              onChange({ ...until, date });
            }}
          />
          <WaitTime until={until} onChange={onChange} />
        </div>
      );
    case "field":
      return (
        <>
          <AroundDateFields
            value={until}
            onChange={(change) => {
              onChange({ ...until, ...change });
            }}
          />
          <WaitTime until={until} onChange={onChange} />
        </>
      );
  }
}

interface WaitTimeProps {
  until: Exclude<WaitUntil, { kind: "for" }>;
  onChange: WaitEditorProps["onChange"];
}

function WaitTime({ until, onChange }: WaitTimeProps) {
  return (
    <ClockTimeField
      clock="their clock"
      time={until.time}
      onChange={(time) => {
        onChange({ ...until, time });
      }}
    />
  );
}

function firstUntil(kind: WaitUntil["kind"]): WaitUntil {
  switch (kind) {
    case "for":
      return { kind, duration: { amount: 1, unit: "days" } };
    case "weekday":
      return { kind, weekdays: [2], time: "10:00" };
    case "date":
      return { kind, date: "", time: "09:00", past: "go-on" };
    case "field":
      return {
        kind,
        field: "",
        offset: { amount: 0, unit: "days" },
        side: "before",
        time: "09:00",
        past: "skip",
      };
  }
}
