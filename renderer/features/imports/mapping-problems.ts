import { type ColumnTarget, choiceOf, type Field } from "./column-targets.ts";

export interface MappingProblems {
  /** What is wrong with the whole. */
  readonly whole: string | null;
  readonly byColumn: ReadonlyMap<number, string>;
}

/** What keeps a mapping from being imported, in words. The core refuses the same. */
export function mappingProblems(
  mapping: readonly ColumnTarget[],
  headers: readonly string[],
  fields: readonly Field[],
): MappingProblems {
  const byColumn = new Map<number, string>();
  const seen = new Map<string, number>();
  const labels = new Set(fields.map(({ label }) => label.trim().toLowerCase()));
  mapping.forEach((target, index) => {
    if (target.kind === "skip" || target.kind === "tags") return;
    if (choiceOf(target, fields) === "new" && target.kind === "field") {
      const label = target.label.trim().toLowerCase();
      if (label === "") byColumn.set(index, "Give the new field a name.");
      else if (labels.has(label)) byColumn.set(index, "There is a field of this name already.");
      labels.add(label);
    }
    const place = target.kind === "field" ? `field ${target.key}` : target.kind;
    const other = seen.get(place);
    if (other !== undefined) byColumn.set(index, `“${headers[other] ?? ""}” goes there already.`);
    else seen.set(place, index);
  });
  const fullName = seen.get("full-name");
  if (fullName !== undefined && (seen.has("first-name") || seen.has("last-name")))
    byColumn.set(fullName, "Choose either a full name, or first and last name.");
  return {
    whole: seen.has("address") ? null : "Say which column holds the e-mail addresses.",
    byColumn,
  };
}

export function hasProblems({ whole, byColumn }: MappingProblems): boolean {
  return whole !== null || byColumn.size > 0;
}
