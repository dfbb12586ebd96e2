import { DateTime } from "../../ui/date-time.tsx";
import type { Contact } from "./details.ts";

/** The line under the name: the address, and since when we know them. */
export function PersonFacts({ contact }: { contact: Contact }) {
  const { address, createdAt, fields } = contact;
  const where = [fields["company"], fields["city"]].filter(
    (fact): fact is string => typeof fact === "string" && fact !== "",
  );
  return (
    <p className="flex flex-wrap gap-x-1.5">
      <span className="text-ink">{address ?? "No address"}</span>
      {where.length > 0 && <span>· {where.join(", ")}</span>}
      <span>
        · added <DateTime at={createdAt} format="day" />
      </span>
    </p>
  );
}
