import { scheduleSentence } from "#core/domain/schedule-sentence.ts";
import { anyTime, scheduleProblem } from "#core/domain/schedule.ts";
import type { Schedule } from "#core/domain/schedule.ts";
import { PresetChoices, type Preset } from "./preset-choices.tsx";
import { ScheduleFields } from "./schedule-fields.tsx";

const officeHours: Schedule = {
  weekdays: [1, 2, 3, 4, 5],
  hours: { kind: "windows", windows: [{ from: "09:00", to: "17:00" }] },
  zone: { kind: "contact" },
};

interface ScheduleEditorProps {
  schedule: Schedule | null;
  /** The campaign's own, which null stands for; undefined edits that one. */
  inherited?: Schedule;
  onChange: (schedule: Schedule | null) => void;
}

/** On which days and at which hours mail may leave. */
export function ScheduleEditor({ schedule, inherited, onChange }: ScheduleEditorProps) {
  const used = schedule ?? inherited ?? anyTime;
  const problem = scheduleProblem(used);
  const presets: Preset[] = [
    ...(inherited
      ? [
          {
            id: "inherited",
            label: "As the campaign",
            description: scheduleSentence(inherited),
            isChosen: schedule === null,
            choose: () => {
              onChange(null);
            },
          },
        ]
      : []),
    preset("any", "Any time", anyTime),
    preset("office", "Mon–Fri, 09:00–17:00", officeHours),
  ];

  function preset(id: string, label: string, value: Schedule): Preset {
    return {
      id,
      label,
      isChosen: schedule !== null && JSON.stringify(schedule) === JSON.stringify(value),
      choose: () => {
        onChange(value);
      },
    };
  }

  return (
    <PresetChoices label="Days and hours" presets={presets}>
      <ScheduleFields schedule={used} onChange={onChange} />
      {problem !== undefined && <p className="text-sm text-bad-text">{problem}</p>}
    </PresetChoices>
  );
}
