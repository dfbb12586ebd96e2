import type { Reentry } from "#core/domain/entry.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";

const choices = [
  { value: "once", label: "Once ever" },
  { value: "after-finishing", label: "Again after finishing" },
] as const;

interface ReentryEditorProps {
  reentry: Reentry;
  onChange: (reentry: Reentry) => void;
}

/** How often the same person may come in. */
export function ReentryEditor({ reentry, onChange }: ReentryEditorProps) {
  return (
    <>
      <RadioGroup
        label="The same person comes in"
        options={choices}
        value={reentry.kind}
        onChange={(kind) => {
          if (kind === reentry.kind) return;
          onChange(kind === "once" ? { kind } : { kind, minGapDays: 90 });
        }}
      />
      {reentry.kind === "after-finishing" && (
        <NumberField
          label="At least this long after"
          unit="days"
          value={reentry.minGapDays}
          minValue={0}
          maxValue={3650}
          onChange={(days) => {
            if (Number.isFinite(days)) onChange({ ...reentry, minGapDays: Math.round(days) });
          }}
        />
      )}
    </>
  );
}
