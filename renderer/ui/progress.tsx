import { Label, ProgressBar } from "react-aria-components";
import { given } from "./given.ts";

export interface ProgressProps {
  label: string;
  /** 0 … max; left out while it is not known how long it takes. */
  value?: number;
  max?: number;
  /** Words instead of the percentage: "41,200 of 100,000 rows". */
  valueLabel?: string;
}

/** A bar with words: `<Progress label="Importing" value={41_200} max={100_000} valueLabel="…" />`. */
export function Progress({ label, value, max = 100, valueLabel }: ProgressProps) {
  return (
    <ProgressBar
      {...given({ value, valueLabel })}
      maxValue={max}
      isIndeterminate={value === undefined}
      className="flex flex-col gap-1.5"
    >
      {({ percentage, valueText }) => (
        <>
          <div className="flex justify-between gap-4 text-sm">
            <Label className="font-medium text-ink">{label}</Label>
            <span className="text-ink-soft tabular-nums">{valueText}</span>
          </div>
          <div className="h-1.5 overflow-hidden rounded-full bg-pressed">
            <div
              className={`h-full rounded-full bg-accent ${
                percentage === undefined
                  ? "w-1/3 animate-indeterminate"
                  : "transition-[width] duration-200"
              }`}
              style={percentage === undefined ? {} : { width: `${percentage}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
