import { Temporal } from "temporal-polyfill";
import { builtInFields } from "./field.ts";
import type { FieldType } from "./field.ts";
import type { OrderTest, SegmentCondition } from "./segment.ts";
import { readTypedNumber } from "./typed-number.ts";

export type FieldCondition = Extract<SegmentCondition, { kind: "field" }>;

/** What a field condition asks of the stored value, its own text already read. */
export type FieldTest =
  /** The value the test needs is missing or makes no sense; such a condition is met by nobody. */
  | { readonly kind: "unfinished" }
  | { readonly kind: "blank"; readonly isNegated: boolean }
  | {
      readonly kind: "text";
      readonly how: "is" | "contains" | "starts-with" | "ends-with";
      /** Folded by `foldCase`, never empty. */
      readonly text: string;
      readonly isNegated: boolean;
    }
  | {
      readonly kind: "number";
      readonly how: "is" | OrderTest;
      readonly number: number;
      readonly isNegated: boolean;
    }
  | { readonly kind: "boolean"; readonly value: boolean; readonly isNegated: boolean }
  /** Between two days, both included; null is open. "yyyy-mm-dd" sorts as text. */
  | {
      readonly kind: "dates";
      readonly from: string | null;
      readonly to: string | null;
      readonly isNegated: boolean;
    };

const unfinished: FieldTest = { kind: "unfinished" };
const MOST_DAYS = 36_500;

/** Reads a field condition. `today` is "yyyy-mm-dd" in the business's zone. */
export function readFieldTest(
  condition: FieldCondition,
  fieldTypes: ReadonlyMap<string, FieldType>,
  today: string,
): FieldTest {
  const { field, test, value } = condition;
  switch (test) {
    case "is-blank":
    case "is-not-blank":
      return { kind: "blank", isNegated: test === "is-not-blank" };
    case "is":
    case "is-not": {
      const type = builtInFields.has(field) ? "text" : (fieldTypes.get(field) ?? "text");
      return readEquality(type, value, test === "is-not");
    }
    case "contains":
    case "starts-with":
    case "ends-with":
      return readText(test, value, false);
    case "less-than":
    case "at-most":
    case "at-least":
    case "more-than":
      return readNumber(test, value, false);
    case "before":
      return readDates(value, (day) => ({ from: null, to: addDays(day, -1) }));
    case "after":
      return readDates(value, (day) => ({ from: addDays(day, 1), to: null }));
    case "within-last-days":
      return readDays(value, (days) => ({ from: addDays(today, -days), to: today }));
    case "within-next-days":
      return readDays(value, (days) => ({ from: today, to: addDays(today, days) }));
  }
}

/** Lower case for A to Z only, as SQLite's `lower` does, so that one rule has one meaning everywhere. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The number a person typed; undefined when it is none, or cannot be told. */
export function readNumberText(text: string): number | undefined {
  const read = readTypedNumber(text);
  return "number" in read ? read.number : undefined;
}

/** The whole number of days a person typed, 0 to 36,500; undefined when it is none. */
export function readDaysText(text: string): number | undefined {
  const read = readTypedNumber(text, { decimals: 0 });
  return "number" in read && read.number >= 0 && read.number <= MOST_DAYS ? read.number : undefined;
}

/** Whether a text is a day of the calendar, "yyyy-mm-dd". */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function readEquality(type: FieldType, value: string, isNegated: boolean): FieldTest {
  switch (type) {
    case "text":
      return readText("is", value, isNegated);
    case "number":
      return readNumber("is", value, isNegated);
    case "date":
      return readDates(value, (day) => ({ from: day, to: day }), isNegated);
    case "boolean": {
      if (value !== "true" && value !== "false") return unfinished;
      return { kind: "boolean", value: value === "true", isNegated };
    }
  }
}

function readText(
  how: "is" | "contains" | "starts-with" | "ends-with",
  value: string,
  isNegated: boolean,
): FieldTest {
  return value === "" ? unfinished : { kind: "text", how, text: foldCase(value), isNegated };
}

function readNumber(how: "is" | OrderTest, value: string, isNegated: boolean): FieldTest {
  const number = readNumberText(value);
  return number === undefined ? unfinished : { kind: "number", how, number, isNegated };
}

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

function readDates(value: string, range: (day: string) => Days, isNegated = false): FieldTest {
  return isDay(value) ? { kind: "dates", ...range(value), isNegated } : unfinished;
}

function readDays(value: string, range: (days: number) => Days): FieldTest {
  const days = readDaysText(value);
  return days === undefined ? unfinished : { kind: "dates", ...range(days), isNegated: false };
}
