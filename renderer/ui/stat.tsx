import type { ReactNode } from "react";
import { Hint } from "./tooltip.tsx";

export interface StatProps {
  label: string;
  value: ReactNode;
  /** Below the number: what it is made of, or how it changed. */
  note?: ReactNode;
  /** What the number means exactly, as a tooltip on its name. */
  hint?: string;
}

/** One number with its name, inside a `StatRow`. */
export function Stat({ label, value, note, hint }: StatProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-0.5 px-5 py-4">
      <dt className="text-sm text-ink-soft">
        {hint === undefined ? label : <Hint text={hint}>{label}</Hint>}
      </dt>
      <dd className="text-xl font-semibold tracking-tight text-ink tabular-nums">{value}</dd>
      {note !== undefined && <dd className="text-xs text-ink-soft">{note}</dd>}
    </div>
  );
}

/** Stats side by side in one frame: `<StatRow><Stat label="Sent" value="1,204" />…</StatRow>`. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <dl className="flex flex-wrap divide-x divide-line rounded-xl border border-line bg-surface shadow-low">
      {children}
    </dl>
  );
}
