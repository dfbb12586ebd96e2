import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** No inner space: for a table that reaches the edges. */
  isFlush?: boolean;
}

/** A framed part of a page with an optional heading. */
export function Card({ title, description, actions, children, isFlush }: CardProps) {
  const hasHead = title !== undefined || actions !== undefined;
  return (
    <section className="rounded-xl border border-line bg-surface shadow-low">
      {hasHead && (
        <header
          className={classes(
            "flex items-start justify-between gap-4 px-5 pt-4",
            isFlush && "border-b border-line pb-3",
          )}
        >
          <div className="flex flex-col gap-0.5">
            {title !== undefined && <h2 className="text-base font-semibold text-ink">{title}</h2>}
            {description !== undefined && <p className="text-sm text-ink-soft">{description}</p>}
          </div>
          {actions !== undefined && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={isFlush ? "overflow-hidden rounded-b-xl" : "flex flex-col gap-4 p-5"}>
        {children}
      </div>
    </section>
  );
}
