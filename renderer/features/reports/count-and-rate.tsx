import type { ReactNode } from "react";
import { formatCount, formatRate } from "./rates.ts";

interface CountAndRateProps {
  part: number;
  whole: number;
  /** The count as a link to its people. */
  children?: ReactNode;
}

/** A number over its rate, for a cell. */
export function CountAndRate({ part, whole, children }: CountAndRateProps) {
  return (
    <span className="inline-flex flex-col items-end">
      <span className="text-ink">{children ?? formatCount(part)}</span>
      <span className="text-xs whitespace-nowrap text-ink-soft">{formatRate(part, whole)}</span>
    </span>
  );
}
