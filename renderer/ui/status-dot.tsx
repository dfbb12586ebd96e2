import { solidTone, type Tone } from "./tone.ts";

export interface StatusDotProps {
  tone: Tone;
  /** What the colour means; it stands beside the dot. */
  label: string;
  isLabelHidden?: boolean;
}

/** A coloured dot with its word: `<StatusDot tone="good" label="Live" />`. */
export function StatusDot({ tone, label, isLabelHidden }: StatusDotProps) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span className={`size-2 shrink-0 rounded-full ${solidTone[tone]}`} />
      <span className={isLabelHidden ? "sr-only" : ""}>{label}</span>
    </span>
  );
}
