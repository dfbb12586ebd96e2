import type { ReactNode } from "react";
import { softTone, solidTone, type Tone } from "./tone.ts";

export interface BadgeProps {
  children: ReactNode;
  tone?: Tone;
  /** A dot before the words. */
  hasDot?: boolean;
}

/** A state in one or two words: `<Badge tone="good" hasDot>Live</Badge>`. tone: neutral | accent | good | warn | bad. */
export function Badge({ children, tone = "neutral", hasDot }: BadgeProps) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap ${softTone[tone]}`}
    >
      {hasDot && <span className={`size-1.5 rounded-full ${solidTone[tone]}`} />}
      {children}
    </span>
  );
}
