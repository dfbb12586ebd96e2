import { useEditorState } from "./editor-context.ts";
import { TimeField } from "./schedule-fields.tsx";

interface ClockTimeFieldProps {
  /** Whose clock counts where the campaign fixes none. */
  clock: string;
  time: string;
  onChange: (time: string) => void;
}

/** A time of day on the clock the campaign goes by. */
export function ClockTimeField({ clock, time, onChange }: ClockTimeFieldProps) {
  const zone = useEditorState(({ plan }) => plan.schedule.zone);
  return (
    <TimeField
      label={zone.kind === "fixed" ? `Time, in ${zone.zone}` : `Time, on ${clock}`}
      value={time}
      onChange={onChange}
    />
  );
}
