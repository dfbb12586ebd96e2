import type { ReactNode } from "react";

interface StatLinesProps {
  first: ReactNode;
  second: ReactNode;
}

/** The two lines below a number: what it is made of. */
export function StatLines({ first, second }: StatLinesProps) {
  return (
    <>
      <span className="block">{first}</span>
      <span className="block">{second}</span>
    </>
  );
}
