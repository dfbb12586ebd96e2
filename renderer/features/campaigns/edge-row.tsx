import type { ReactNode } from "react";

/** The first or the last row of the outline, which is no step. */
export function EdgeRow({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="rounded-lg border border-line bg-surface px-3 py-2.5 shadow-low"
    >
      <div className="flex items-baseline gap-3">
        <h2 className="w-10 shrink-0 text-xs font-semibold tracking-wide text-ink-soft uppercase">
          {title}
        </h2>
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-0.5 gap-y-1">
          {children}
        </div>
      </div>
    </section>
  );
}
