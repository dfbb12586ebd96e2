import { cleanCell } from "./clean-cell.ts";
import { weighDate } from "./read-date.ts";
import { isCode, weighNumber } from "./read-number.ts";
import { readBoolean, readStatus } from "./read-words.ts";
import { readZone } from "./read-zone.ts";

/** What the cells of one column have shown so far. Every count is of cells that are not blank. */
export interface ColumnEvidence {
  filled: number;
  addresses: number;
  zones: number;
  statuses: number;
  booleans: number;
  /** Those of the booleans that are "0" or "1". */
  digits: number;
  /** Postal codes, telephone numbers: digits that are no amount. */
  codes: number;
  numbers: { ".": number; ",": number; either: number };
  dates: { sure: number; "day-first": number; "month-first": number; either: number };
  /** The first different values, for the person to look at. */
  samples: string[];
  /** Different values in lower case, until there are too many to be a choice of a few. */
  values: Set<string>;
}

const SAMPLES = 5;
const SAMPLE_LENGTH = 120;
const MOST_VALUES = 50;

export function newEvidence(): ColumnEvidence {
  return {
    filled: 0,
    addresses: 0,
    zones: 0,
    statuses: 0,
    booleans: 0,
    digits: 0,
    codes: 0,
    numbers: { ".": 0, ",": 0, either: 0 },
    dates: { sure: 0, "day-first": 0, "month-first": 0, either: 0 },
    samples: [],
    values: new Set(),
  };
}

/** Takes one more cell into account. */
export function weighCell(evidence: ColumnEvidence, cell: string): void {
  const text = cleanCell(cell);
  if (isBlankWord(text)) return;
  evidence.filled += 1;
  const short = text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text;
  if (evidence.samples.length < SAMPLES && !evidence.samples.includes(short)) {
    evidence.samples.push(short);
  }
  if (evidence.values.size <= MOST_VALUES) evidence.values.add(short.toLowerCase());
  if (text.includes("@")) {
    if (/^[^@]*[^\s@]@[^\s@]+\.[^\s@]+$/.test(text)) evidence.addresses += 1;
    return;
  }
  if (text.length > 40) return;
  weighNumberCell(evidence, text);
  const date = weighDate(text);
  if (date !== "none") evidence.dates[date] += 1;
  if (readZone(text) !== null) evidence.zones += 1;
  const answer = readBoolean(text);
  if (answer !== null) evidence.booleans += 1;
  if (text === "0" || text === "1") evidence.digits += 1;
  if (readStatus(text, { isOptOut: false }) !== null) evidence.statuses += 1;
}

function weighNumberCell(evidence: ColumnEvidence, text: string): void {
  if (isCode(text)) {
    evidence.codes += 1;
    return;
  }
  const number = weighNumber(text);
  if (number !== "none") evidence.numbers[number] += 1;
}

export function countDates({ dates }: ColumnEvidence): number {
  return dates.sure + dates.either + Math.max(dates["day-first"], dates["month-first"]);
}

export function countNumbers({ numbers }: ColumnEvidence): number {
  return numbers.either + Math.max(numbers["."], numbers[","]);
}

/** Dates all of which could be read either way, so that more rows may still tell. */
export function isDateOrderOpen({ dates }: ColumnEvidence): boolean {
  return dates.either > 0 && dates["day-first"] === 0 && dates["month-first"] === 0;
}

/** What programs write for nothing. */
export function isBlankWord(text: string): boolean {
  return text === "" || /^(?:null|nil|undefined|nan|n\/a|#n\/a|-|–|—|\(none\))$/i.test(text);
}
