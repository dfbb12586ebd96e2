import type { Reentry } from "#core/domain/entry.ts";
import { MOST_AT_ONCE } from "#core/domain/reentry.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";

const choices: readonly { value: Reentry["kind"]; label: string; description?: string }[] = [
  { value: "once", label: "Once ever" },
  { value: "after-finishing", label: "Again after finishing" },
  {
    value: "restart",
    label: "Again at any time, from the start",
    description: "Whoever is still inside leaves, and begins anew.",
  },
  {
    value: "per-event",
    label: "Once for each event",
    description: `Side by side, at most ${MOST_AT_ONCE} at a time; for orders or bookings.`,
  },
];

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
          onChange(kind === "after-finishing" ? { kind, minGapDays: 90 } : { kind });
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
            if (Number.isFinite(days)) onChange({ ...reentry, minGapDays: days });
          }}
        />
      )}
    </>
  );
}
