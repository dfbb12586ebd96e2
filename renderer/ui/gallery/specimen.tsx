import type { ReactNode } from "react";

export interface SectionProps {
  id: string;
  title: string;
  children: ReactNode;
}

/** One kind of part with all its states. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <h2 id={id} className="text-lg font-semibold text-ink">
        {title}
      </h2>
      {children}
    </section>
  );
}

export interface SpecimenProps {
  /** The state it shows. */
  name: string;
  children: ReactNode;
  isStacked?: boolean;
}

/** A part in one state, with the state's name. */
export function Specimen({ name, children, isStacked }: SpecimenProps) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xs text-ink-soft">{name}</p>
      <div
        className={isStacked ? "flex max-w-sm flex-col gap-3" : "flex flex-wrap items-center gap-3"}
      >
        {children}
      </div>
    </div>
  );
}
