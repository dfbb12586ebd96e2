import { useEditorState } from "./editor-context.ts";
import { TimeField } from "./schedule-fields.tsx";

interface EntryTimeProps {
  /** Whose clock counts where the campaign fixes none. */
  clock: string;
  time: string;
  onChange: (time: string) => void;
}

/** A time of day on the clock the campaign goes by. */
export function EntryTime({ clock, time, onChange }: EntryTimeProps) {
  const zone = useEditorState(({ plan }) => plan.schedule.zone);
  return (
    <TimeField
      label={zone.kind === "fixed" ? `Time, in ${zone.zone}` : `Time, on ${clock}`}
      value={time}
      onChange={onChange}
    />
  );
}
