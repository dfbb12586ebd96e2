import { foldCase, readNumberText } from "./field-test.ts";
import type { FieldValue } from "./field-value.ts";

/** Whether a stored value is what a person typed. Capital letters make no difference, as in segments. */
export function isTyped(value: FieldValue | null, typed: string): boolean {
  switch (typeof value) {
    case "string":
      return foldCase(value) === foldCase(typed.trim());
    case "number":
      return value === readNumberText(typed);
    default:
      return String(value) === typed.trim();
  }
}
