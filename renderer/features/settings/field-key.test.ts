import { describe, expect, test } from "vitest";
import { fieldKeyOf, fieldKeyProblem } from "./field-key.ts";

describe("A field’s name makes its key", () => {
  test.each([
    { label: "Date of birth", taken: [], key: "date_of_birth" },
    { label: "  Größe (cm) ", taken: [], key: "grosse_cm" },
    { label: "Prénom", taken: [], key: "prenom" },
    { label: "2nd city", taken: [], key: "field_2nd_city" },
    { label: "生日", taken: [], key: "field" },
    { label: "City", taken: ["city", "city_2"], key: "city_3" },
    { label: "x".repeat(80), taken: ["x".repeat(60)], key: `${"x".repeat(58)}_2` },
  ])("“$label” → $key", ({ label, taken, key }) => {
    expect(fieldKeyOf(label, taken)).toBe(key);
    expect(fieldKeyProblem(key, taken)).toBeUndefined();
  });
});

test.each(["", "City", "2nd", "a b", "a".repeat(61), "city"])("The key “%s” is refused", (key) => {
  expect(fieldKeyProblem(key, ["city"])).toBeDefined();
});
