import { expect, test } from "vitest";
import { isDay, readDaysText, readFieldTest, readNumberText } from "./field-test.ts";
import type { FieldCondition, FieldTest } from "./field-test.ts";
import type { FieldType } from "./field.ts";

const fieldTypes = new Map<string, FieldType>([
  ["score", "number"],
  ["born", "date"],
  ["member", "boolean"],
]);

function read(field: string, how: FieldCondition["test"], value: string): FieldTest {
  return readFieldTest({ kind: "field", field, test: how, value }, fieldTypes, "2026-03-01");
}

test.each([
  [read("first_name", "is-not", "ANA"), { kind: "text", how: "is", text: "ana", isNegated: true }],
  [read("score", "is", "4,5"), { kind: "number", how: "is", number: 4.5, isNegated: false }],
  [read("score", "is", "four"), { kind: "unfinished" }],
  [read("member", "is-not", "true"), { kind: "boolean", value: true, isNegated: true }],
  [
    read("born", "is", "2026-05-01"),
    { kind: "dates", from: "2026-05-01", to: "2026-05-01", isNegated: false },
  ],
  [
    read("born", "before", "2026-03-01"),
    { kind: "dates", from: null, to: "2026-02-28", isNegated: false },
  ],
  [
    read("born", "after", "2028-02-28"),
    { kind: "dates", from: "2028-02-29", to: null, isNegated: false },
  ],
  [
    read("born", "within-last-days", "7"),
    { kind: "dates", from: "2026-02-22", to: "2026-03-01", isNegated: false },
  ],
  [
    read("born", "within-next-days", "1"),
    { kind: "dates", from: "2026-03-01", to: "2026-03-02", isNegated: false },
  ],
  [read("unheard-of", "contains", ""), { kind: "unfinished" }],
] satisfies [FieldTest, FieldTest][])("reads %j", (found, expected) => {
  expect(found).toEqual(expected);
});

test.each([
  ["5", 5],
  [" -1.5 ", -1.5],
  ["4,5", 4.5],
  ["1,000.5", 1000.5],
  ["1,000", undefined],
  ["1e3", undefined],
  ["", undefined],
  ["Infinity", undefined],
])("the number in %j is %s", (text, number) => {
  expect(readNumberText(text)).toBe(number);
});

test("days are whole, not negative and not a lifetime too many", () => {
  expect(["0", "7", "36500", "36501", "-1", "1.5"].map(readDaysText)).toEqual([
    0,
    7,
    36_500,
    undefined,
    undefined,
    undefined,
  ]);
});

test("only days of the calendar are days", () => {
  expect(["2028-02-29", "2026-02-29", "2026-2-1", "soon"].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
