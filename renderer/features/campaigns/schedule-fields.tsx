import { Plus, X } from "lucide-react";
import type { Schedule, TimeWindow } from "#core/domain/schedule.ts";
import { Button } from "../../ui/button.tsx";
import { ComboBox } from "../../ui/combo-box.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { WeekdayPicker } from "./weekday-picker.tsx";

const hourKinds = [
  { value: "any", label: "At any hour" },
  { value: "windows", label: "Between hours" },
  { value: "at", label: "At a time" },
] as const;

const zoneKinds = [
  { value: "contact", label: "In each person’s own time zone" },
  { value: "fixed", label: "In one time zone for everybody" },
] as const;

const firstWindow: TimeWindow = { from: "09:00", to: "17:00" };

interface ScheduleFieldsProps {
  schedule: Schedule;
  onChange: (schedule: Schedule) => void;
}

/** Every part of a schedule. */
export function ScheduleFields({ schedule, onChange }: ScheduleFieldsProps) {
  const { hours, zone } = schedule;
  return (
    <>
      <WeekdayPicker
        weekdays={schedule.weekdays}
        onChange={(weekdays) => {
          onChange({ ...schedule, weekdays });
        }}
      />
      <Select
        label="Hours"
        options={hourKinds}
        value={hours.kind}
        onChange={(kind) => {
          if (kind !== hours.kind) onChange({ ...schedule, hours: hoursOf(kind) });
        }}
      />
      {hours.kind === "at" && (
        <TimeField
          label="Time"
          value={hours.time}
          onChange={(time) => {
            onChange({ ...schedule, hours: { kind: "at", time } });
          }}
        />
      )}
      {hours.kind === "windows" && (
        <Windows
          windows={hours.windows}
          onChange={(windows) => {
            onChange({ ...schedule, hours: { kind: "windows", windows } });
          }}
        />
      )}
      <Select
        label="Time zone"
        options={zoneKinds}
        value={zone.kind}
        onChange={(kind) => {
          if (kind === zone.kind) return;
          const fixed = { kind, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
          onChange({ ...schedule, zone: kind === "fixed" ? { ...fixed, kind } : { kind } });
        }}
      />
      {zone.kind === "fixed" && (
        <ComboBox
          label="Zone"
          options={Intl.supportedValuesOf("timeZone").map((name) => ({ value: name, label: name }))}
          value={zone.zone}
          onChange={(name) => {
            if (name !== null) onChange({ ...schedule, zone: { kind: "fixed", zone: name } });
          }}
        />
      )}
    </>
  );
}

function hoursOf(kind: Schedule["hours"]["kind"]): Schedule["hours"] {
  if (kind === "any") return { kind };
  if (kind === "at") return { kind, time: "09:00" };
  return { kind, windows: [firstWindow] };
}

interface WindowsProps {
  windows: readonly TimeWindow[];
  onChange: (windows: readonly TimeWindow[]) => void;
}

function Windows({ windows, onChange }: WindowsProps) {
  return (
    <div className="flex flex-col gap-2">
      {windows.map((window, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- windows are told apart by their order alone
        <div key={index} className="flex items-end gap-2">
          <TimeField
            label="From"
            value={window.from}
            onChange={(from) => {
              onChange(windows.with(index, { ...window, from }));
            }}
          />
          <TimeField
            label="To"
            value={window.to}
            onChange={(to) => {
              onChange(windows.with(index, { ...window, to }));
            }}
          />
          {windows.length > 1 && (
            <IconButton
              label="Remove these hours"
              icon={<X />}
              onPress={() => {
                onChange(windows.toSpliced(index, 1));
              }}
            />
          )}
        </div>
      ))}
      <Button
        size="sm"
        variant="quiet"
        icon={<Plus />}
        onPress={() => {
          onChange([...windows, firstWindow]);
        }}
      >
        More hours
      </Button>
    </div>
  );
}

interface TimeFieldProps {
  label: string;
  /** "HH:MM" */
  value: string;
  onChange: (time: string) => void;
}

/** A time of day; an emptied field keeps the last one. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <div className="w-32">
      <TextField
        label={label}
        type="time"
        value={value}
        onChange={(time) => {
          if (/^\d\d:\d\d$/u.test(time)) onChange(time);
        }}
      />
    </div>
  );
}
