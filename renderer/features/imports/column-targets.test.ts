import { describe, expect, test } from "vitest";
import {
  choiceOf,
  type ColumnTarget,
  withChoice,
  withNewField,
  withoutNewFields,
} from "./column-targets.ts";
import { mappingProblems } from "./mapping-problems.ts";

const city = { key: "city", label: "City", type: "text" } as const;
const fields = [city];
const address: ColumnTarget = { kind: "address" };
const shop: ColumnTarget = { kind: "field", key: "shop", label: "Shop", type: "text" };

describe("A column is", () => {
  const column = { header: "City", samples: [], target: { kind: "skip" } as const };
  const mapping: ColumnTarget[] = [address, { kind: "skip" }];

  test("a field there is", () => {
    expect(withChoice(mapping, 1, "field:city", { column, fields })).toEqual([
      address,
      { kind: "field", ...city },
    ]);
  });
  test("a new field with a key of its own", () => {
    const next = withChoice(mapping, 1, "new", { column, fields });
    expect(next[1]).toEqual({ kind: "field", key: "city_2", label: "City", type: "text" });
    expect(choiceOf(next[1] as ColumnTarget, fields)).toBe("new");
    expect(withNewField(next, 1, { label: "Größe (cm)", type: "number" }, fields)[1]).toEqual({
      kind: "field",
      key: "grosse_cm",
      label: "Größe (cm)",
      type: "number",
    });
  });
  test("left out with all that would be new", () => {
    expect(withoutNewFields([address, { kind: "field", ...city }, shop], fields)).toEqual([
      address,
      { kind: "field", ...city },
      { kind: "skip" },
    ]);
  });
});

describe("A mapping is refused", () => {
  const cases: { name: string; mapping: ColumnTarget[]; whole?: string; at?: [number, string] }[] =
    [
      { name: "never for one that is fine", mapping: [address, shop, { kind: "tags" }] },
      {
        name: "without an address",
        mapping: [shop, { kind: "skip" }],
        whole: "Say which column holds the e-mail addresses.",
      },
      {
        name: "with two columns for one place",
        mapping: [address, address],
        at: [1, "“A” goes there already."],
      },
      {
        name: "with a full name beside a first name",
        mapping: [address, { kind: "first-name" }, { kind: "full-name" }],
        at: [2, "Choose either a full name, or first and last name."],
      },
      {
        name: "with a new field without a name",
        mapping: [address, { kind: "field", key: "field", label: " ", type: "text" }],
        at: [1, "Give the new field a name."],
      },
      {
        name: "with a new field of a name there is",
        mapping: [address, { kind: "field", key: "city_2", label: "city", type: "text" }],
        at: [1, "There is a field of this name already."],
      },
    ];
  test.each(cases)("$name", ({ mapping, whole = null, at }) => {
    expect(mappingProblems(mapping, ["A", "B", "C"], fields)).toEqual({
      whole,
      byColumn: new Map(at ? [at] : []),
    });
  });
});
