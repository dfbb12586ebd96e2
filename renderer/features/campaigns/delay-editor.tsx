import type { Duration } from "#core/domain/campaign.ts";
import { DurationFields } from "./duration-fields.tsx";
import { PresetChoices } from "./preset-choices.tsx";

const presets: readonly { id: string; label: string; delay: Duration }[] = [
  { id: "once", label: "At once", delay: { amount: 0, unit: "days" } },
  { id: "day", label: "1 day later", delay: { amount: 1, unit: "days" } },
  { id: "days", label: "3 days later", delay: { amount: 3, unit: "days" } },
];

interface DelayEditorProps {
  delay: Duration;
  onChange: (delay: Duration) => void;
}

/** How long after its trigger the email leaves. */
export function DelayEditor({ delay, onChange }: DelayEditorProps) {
  return (
    <PresetChoices
      label="Delay"
      presets={presets.map((preset) => ({
        ...preset,
        isChosen:
          delay.amount === preset.delay.amount &&
          (delay.amount === 0 || delay.unit === preset.delay.unit),
        choose: () => {
          onChange(preset.delay);
        },
      }))}
    >
      <DurationFields label="Wait" value={delay} onChange={onChange} />
    </PresetChoices>
  );
}
