import type { FieldType } from "./field.ts";
import { isDay, readNumberText } from "./field-test.ts";

/** What a field of a contact holds; a date is "yyyy-mm-dd". */
export type FieldValue = string | number | boolean;

/** Characters in a text field; more is no fact about a person. */
const MOST_TEXT = 10_000;

/**
 * What a person typed into a field of this type, as it is stored; null where it is blank, undefined where it does not
 * fit the type.
 */
export function readFieldValue(value: FieldValue, type: FieldType): FieldValue | null | undefined {
  const typed = typeof value === "string" ? value.trim() : value;
  if (typed === "") return null;
  switch (type) {
    case "text":
      return String(typed).slice(0, MOST_TEXT);
    case "number": {
      const number = typeof typed === "string" ? readNumberText(typed) : typed;
      return typeof number === "number" && Number.isFinite(number) ? number : undefined;
    }
    case "boolean":
      if (typeof typed === "boolean") return typed;
      return typed === "true" ? true : typed === "false" ? false : undefined;
    case "date":
      return typeof typed === "string" && isDay(typed) ? typed : undefined;
  }
}
