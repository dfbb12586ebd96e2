import { describe, expect, test } from "vitest";
import { wholeAddress } from "./link-address.ts";

const cases: readonly [typed: string, whole: string][] = [
  ["", ""],
  [" https://example.com/a ", "https://example.com/a"],
  ["example.com", "https://example.com"],
  ["www.example.com/a?b=c#d", "https://www.example.com/a?b=c#d"],
  ["example.com:8080/a", "https://example.com:8080/a"],
  ["//example.com/a", "https://example.com/a"],
  ["ana@example.com", "mailto:ana@example.com"],
  ["mailto:ana@example.com", "mailto:ana@example.com"],
  ["tel:+49301234", "tel:+49301234"],
  ["{{ unsubscribe_url }}", "{{ unsubscribe_url }}"],
  ["example.com/{{ contact.city }}", "https://example.com/{{ contact.city }}"],
  ["javascript:alert(1)", "javascript:alert(1)"],
  ["pricing", "pricing"],
  ["two words.com", "two words.com"],
];
describe("an address as it was meant", () => {
  for (const [typed, whole] of cases)
    test(`${typed} → ${whole}`, () => {
      expect(wholeAddress(typed)).toBe(whole);
    });
});
