import { builtInFields } from "./field.ts";
import { spellPlainly } from "./spell-plainly.ts";

/** The key a field of this label gets: "Größe (cm)" is "grosse_cm". */
export function fieldKey(label: string): string {
  const key = spellPlainly(label)
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 50);
  return key === "" ? "field" : key;
}

/** The key of a new field of this label, which no other has. */
export function freeFieldKey(label: string, taken: ReadonlySet<string>): string {
  const key = fieldKey(label);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? key : `${key}_${number}`;
    if (!taken.has(candidate) && !builtInFields.has(candidate)) return candidate;
  }
}
