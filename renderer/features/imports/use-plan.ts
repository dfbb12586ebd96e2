import { useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";

export type Inspection = OutputOf<"imports.inspect">;
export type Plan = NonNullable<Inspection["plan"]>;

/** What a person begins with: the columns as guessed, and nothing anyone has would be replaced. */
function firstPlan({ columns }: Inspection): Plan {
  return {
    mapping: columns.map(({ target }) => target),
    options: { existing: "fill-blanks", tag: "", startCampaigns: false, consentSource: "" },
  };
}

/** What is chosen for a file; every change is kept in the core at once. */
export function usePlan(
  importId: string,
  inspection: Inspection,
): readonly [Plan, (change: Partial<Plan>) => void] {
  const [plan, setPlan] = useState<Plan>(() => inspection.plan ?? firstPlan(inspection));
  const keep = useAction("imports.keepPlan");
  return [
    plan,
    (change) => {
      const next = { ...plan, ...change };
      setPlan(next);
      // A new field whose name is just being typed cannot be kept yet.
      const isWhole = next.mapping.every(
        (target) => target.kind !== "field" || target.label !== "",
      );
      if (isWhole) keep.mutate({ id: importId, ...next });
    },
  ];
}
