import { describe, expect, test } from "vitest";
import { fieldKey, freeFieldKey } from "./field-key.ts";

describe("The key of a field", () => {
  const cases = [
    ["Company", "company"],
    ["Größe (cm)", "grosse_cm"],
    ["  Lifetime   value ", "lifetime_value"],
    ["2nd address", "nd_address"],
    ["名前", "field"],
    ["", "field"],
    ["x".repeat(90), "x".repeat(50)],
  ] as const;
  test.each(cases)("of “%s”", (label, key) => {
    expect(fieldKey(label)).toBe(key);
  });
});

describe("A new field's key", () => {
  test("is numbered where another has it", () => {
    expect(freeFieldKey("City", new Set(["city", "city_2"]))).toBe("city_3");
  });
  test("is never that of a column every contact has", () => {
    expect(freeFieldKey("First name", new Set())).toBe("first_name_2");
  });
});
