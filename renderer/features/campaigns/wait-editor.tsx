import type { WaitPast, WaitStep, WaitUntil } from "#core/domain/campaign.ts";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { DurationFields, dayUnits } from "./duration-fields.tsx";
import { useEditor, useEditorState } from "./editor-context.ts";
import { TimeField } from "./schedule-fields.tsx";
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
          <DateOfPerson until={until} onChange={onChange} />
          <WaitTime until={until} onChange={onChange} />
        </>
      );
  }
}

interface DateOfPersonProps {
  until: Extract<WaitUntil, { kind: "field" }>;
  onChange: WaitEditorProps["onChange"];
}

function DateOfPerson({ until, onChange }: DateOfPersonProps) {
  const { choices: known } = useEditor();
  const dates = known.fields.filter(({ type }) => type === "date");
  const when = until.offset.amount === 0 ? "on" : until.side;
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
        value={until.field || null}
        onChange={(field) => {
          onChange({ ...until, field });
        }}
      />
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-36">
          <Select
            label="When"
            options={whens}
            value={when}
            onChange={(next) => {
              onChange({ ...until, ...offsetOf(next, until) });
            }}
          />
        </div>
        {when !== "on" && (
          <DurationFields
            label="How long"
            value={until.offset}
            minAmount={1}
            units={dayUnits}
            onChange={(offset) => {
              onChange({ ...until, offset });
            }}
          />
        )}
      </div>
    </>
  );
}

const whens = [
  { value: "on", label: "On the day" },
  { value: "before", label: "Before it" },
  { value: "after", label: "After it" },
] as const;

function offsetOf(
  when: (typeof whens)[number]["value"],
  { offset }: DateOfPersonProps["until"],
): Pick<DateOfPersonProps["until"], "offset" | "side"> {
  if (when === "on") return { offset: { ...offset, amount: 0 }, side: "before" };
  return { offset: { ...offset, amount: Math.max(offset.amount, 1) }, side: when };
}

function WaitTime<Until extends Exclude<WaitUntil, { kind: "for" }>>({
  until,
  onChange,
}: {
  until: Until;
  onChange: WaitEditorProps["onChange"];
}) {
  const zone = useEditorState(({ plan }) => plan.schedule.zone);
  return (
    <TimeField
      label={zone.kind === "fixed" ? `Time, in ${zone.zone}` : "Time, on their clock"}
      value={until.time}
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
