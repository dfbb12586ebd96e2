import type { Duration } from "#core/domain/campaign.ts";
import { DurationFields } from "./duration-fields.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";

const choices = [
  {
    value: "within",
    label: "Wait for what people do",
    description: "Decides at the end of this time, or as soon as it is sure.",
  },
  {
    value: "at-once",
    label: "Decide at once",
    description: "For lanes that only look at what is known about people.",
  },
] as const;

interface DeadlineEditorProps {
  within: Duration | null;
  onChange: (within: Duration | null) => void;
}

/** How long a split waits before everybody is in a lane. */
export function DeadlineEditor({ within, onChange }: DeadlineEditorProps) {
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label="When it decides"
        options={choices}
        value={within === null ? "at-once" : "within"}
        onChange={(choice) => {
          if (choice === "at-once") onChange(null);
          else if (within === null) onChange({ amount: 3, unit: "days" });
        }}
      />
      {within && (
        <DurationFields label="At most" value={within} minAmount={1} onChange={onChange} />
      )}
    </div>
  );
}
