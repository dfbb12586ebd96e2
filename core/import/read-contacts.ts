import { CallFailed } from "#core/contract/failure.ts";
import { parseAddress } from "#core/domain/contact.ts";
import type { ContactStatus } from "#core/domain/contact.ts";
import { assert } from "#core/shared/assert.ts";
import { cleanCell, cleanLine } from "./clean-cell.ts";
import { isBlankWord } from "./column-evidence.ts";
import type { ColumnTarget } from "./columns.ts";
import { readRows } from "./csv.ts";
import type { CsvRow } from "./csv.ts";
import type { FileSource } from "./file-source.ts";
import type { ColumnReading, InspectedFile } from "./inspect-file.ts";
import { readDate } from "./read-date.ts";
import { readNumber } from "./read-number.ts";
import { readBoolean, readStatus } from "./read-words.ts";
import { readZone } from "./read-zone.ts";
import { splitName } from "./split-name.ts";

/** What one row says about one contact. Null, or a missing field, is a row that says nothing: it never clears. */
export interface ContactCandidate {
  address: string;
  firstName: string | null;
  lastName: string | null;
  zone: string | null;
  /** A stage's name as the file writes it. */
  stage: string | null;
  tags: string[];
  status: ContactStatus | null;
  trackingConsent: boolean | null;
  fields: Record<string, string | number | boolean>;
  /** An office's address ("info@"). */
  isRole: boolean;
  /** What a mistyped address probably should be. */
  suggestion: string | null;
  /** Sentences about values that could not be read and were left out; the contact itself is fine. */
  notes: string[];
}

/** One row of the list: a contact, or the sentence that says why not. */
export type ReadRow =
  | {
      readonly rowNumber: number;
      readonly cells: readonly string[];
      readonly candidate: ContactCandidate;
      /** The earlier row of this file with the same address: what this row says replaces what that one said. */
      readonly repeatsRow: number | null;
    }
  | { readonly rowNumber: number; readonly cells: readonly string[]; readonly problem: string };

export interface ReadBatch {
  readonly rows: readonly ReadRow[];
  /** Of the file, for progress. */
  readonly bytesRead: number;
}

/** Rows in a batch: what one transaction takes without holding up the mail. */
export const BATCH_ROWS = 500;
const MOST_TEXT = 10_000;
const MOST_NAME = 200;
const MOST_TAG = 80;

/**
 * Reads a file's contacts in order, one pass, in batches of at most `BATCH_ROWS`. Where an address comes
 * twice, both rows come out and the later one names the earlier, so that the later row wins, value by
 * value. Throws `CallFailed` where the mapping makes no sense or the file cannot be read.
 */
export async function* readContacts(
  source: FileSource,
  file: InspectedFile,
  mapping: readonly ColumnTarget[],
): AsyncGenerator<ReadBatch> {
  const readRow = makeRowReader(file, mapping);
  const rowByAddress = new Map<string, number>();
  for await (const batch of readRows(source, file)) {
    const rows: ReadRow[] = [];
    for (const row of batch.rows) {
      if (row.rowNumber <= file.headerRow) continue;
      const read = row.problem === null ? readRow(row) : { problem: row.problem };
      const { rowNumber, cells } = row;
      if ("problem" in read) {
        rows.push({ rowNumber, cells, problem: read.problem });
        continue;
      }
      const repeatsRow = rowByAddress.get(read.address) ?? null;
      if (repeatsRow === null) rowByAddress.set(ownCopy(read.address), rowNumber);
      rows.push({ rowNumber, cells, candidate: read, repeatsRow });
    }
    for (let start = 0; start < rows.length; start += BATCH_ROWS) {
      yield { rows: rows.slice(start, start + BATCH_ROWS), bytesRead: batch.bytesRead };
    }
  }
}

/** Throws `CallFailed` with the first thing that is wrong with a mapping. */
export function checkMapping(mapping: readonly ColumnTarget[], file: InspectedFile): void {
  if (mapping.length !== file.columns.length) {
    throw refuse(
      `The file has ${file.columns.length} columns and the mapping ${mapping.length}. Choose the file again.`,
    );
  }
  const seen = new Map<string, string>();
  for (const [index, target] of mapping.entries()) {
    if (target.kind === "skip" || target.kind === "tags") continue;
    const what = target.kind === "field" ? `field ${target.key}` : target.kind;
    const header = file.columns[index]?.header ?? "";
    const other = seen.get(what);
    if (other !== undefined) {
      throw refuse(
        `The columns “${other}” and “${header}” both go to the same place. Choose another for one of them, or leave it out.`,
      );
    }
    seen.set(what, header);
  }
  if (!seen.has("address")) {
    throw refuse("No column is chosen for the e-mail address. Choose the one that holds it.");
  }
  if (seen.has("full-name") && (seen.has("first-name") || seen.has("last-name"))) {
    throw refuse("Choose either a full name or first and last name, not both.");
  }
}

type RowReading = ContactCandidate | { readonly problem: string };

/** Says what a cell means for the candidate; a sentence back means the row cannot be taken. */
type CellReader = (text: string, candidate: ContactCandidate) => string | null;

function makeRowReader(
  file: InspectedFile,
  mapping: readonly ColumnTarget[],
): (row: CsvRow) => RowReading {
  checkMapping(mapping, file);
  const addressIndex = mapping.findIndex(({ kind }) => kind === "address");
  const readers: { index: number; read: CellReader }[] = [];
  mapping.forEach((target, index) => {
    const column = file.columns[index];
    assert(column, "a mapped column is a column of the file");
    const read = makeCellReader(target, column.header, column.reading);
    if (read) readers.push({ index, read });
  });

  return function readRow({ cells }) {
    const reading = parseAddress(cells[addressIndex] ?? "");
    if ("problem" in reading) return reading;
    const candidate: ContactCandidate = {
      address: reading.address,
      firstName: null,
      lastName: null,
      zone: null,
      stage: null,
      tags: [],
      status: null,
      trackingConsent: null,
      fields: {},
      isRole: reading.isRole,
      suggestion: reading.suggestion,
      notes: [],
    };
    for (const { index, read } of readers) {
      const text = cleanCell(cells[index] ?? "");
      if (text === "") continue;
      const problem = read(text, candidate);
      if (problem !== null) return { problem };
    }
    if (reading.name !== null && candidate.firstName === null && candidate.lastName === null) {
      Object.assign(candidate, splitName(cutTo(cleanLine(reading.name), MOST_NAME)));
    }
    return candidate;
  };
}

function makeCellReader(
  target: ColumnTarget,
  header: string,
  reading: ColumnReading,
): CellReader | null {
  switch (target.kind) {
    case "skip":
    case "address":
      return null;
    case "first-name":
      return (text, candidate) => {
        candidate.firstName = cutTo(cleanLine(text), MOST_NAME);
        return null;
      };
    case "last-name":
      return (text, candidate) => {
        candidate.lastName = cutTo(cleanLine(text), MOST_NAME);
        return null;
      };
    case "full-name":
      return (text, candidate) => {
        Object.assign(candidate, splitName(cutTo(cleanLine(text), MOST_NAME)));
        return null;
      };
    case "stage":
      return (text, candidate) => {
        candidate.stage = cutTo(cleanLine(text), MOST_NAME);
        return null;
      };
    case "tags":
      return (text, candidate) => {
        for (const tag of splitTags(text))
          if (!candidate.tags.includes(tag)) candidate.tags.push(tag);
        return null;
      };
    case "time-zone":
      return (text, candidate) => {
        candidate.zone = readZone(text);
        if (candidate.zone === null) noteUnread(candidate, text, header, "a time zone");
        return null;
      };
    case "status":
      return (text, candidate) => {
        if (isBlankWord(text)) return null;
        candidate.status = readStatus(text, reading);
        return candidate.status === null ? unknownStatus(text, header) : null;
      };
    case "tracking-consent":
      return (text, candidate) => {
        candidate.trackingConsent = readBoolean(text);
        if (candidate.trackingConsent === null)
          noteUnread(candidate, text, header, "a yes or a no");
        return null;
      };
    case "field":
      return makeFieldReader(target, header, reading);
  }
}

function makeFieldReader(
  { key, type }: Extract<ColumnTarget, { kind: "field" }>,
  header: string,
  { dateOrder, decimalMark }: ColumnReading,
): CellReader {
  if (type === "text") {
    return (text, candidate) => {
      candidate.fields[key] = cutTo(text, MOST_TEXT);
      if (text.length > MOST_TEXT)
        candidate.notes.push(`The text in “${header}” is cut: it is too long.`);
      return null;
    };
  }
  const read = {
    number: (text: string) => readNumber(text, decimalMark),
    date: (text: string) => readDate(text, dateOrder),
    boolean: readBoolean,
  }[type];
  const noun = { number: "a number", date: "a date", boolean: "a yes or a no" }[type];
  return (text, candidate) => {
    if (isBlankWord(text)) return null;
    const value = read(text);
    if (value === null) noteUnread(candidate, text, header, noun);
    else candidate.fields[key] = value;
    return null;
  };
}

/** Tags stand apart by comma, semicolon, bar or line, with or without quotation marks and brackets. */
function splitTags(text: string): string[] {
  const bare = /^\[.*\]$/s.test(text) ? text.slice(1, -1) : text;
  return bare
    .split(/[,;|\n]/)
    .map((tag) => cutTo(cleanLine(tag.trim().replace(/^["']|["']$/g, "")), MOST_TAG))
    .filter((tag) => tag !== "");
}

function noteUnread(candidate: ContactCandidate, text: string, header: string, noun: string): void {
  candidate.notes.push(`“${cutTo(text, 40)}” in “${header}” is not ${noun}; it was left out.`);
}

function unknownStatus(text: string, header: string): string {
  return (
    `“${cutTo(text, 40)}” in “${header}” is no status we know. ` +
    "Use subscribed, unsubscribed, unconfirmed, bounced, complained or archived."
  );
}

/** Never cuts a character in two. */
function cutTo(text: string, most: number): string {
  return text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, "")
        .trim();
}

/** A cell shares the memory of the chunk it was cut from; what is kept for long must not. */
function ownCopy(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

function refuse(message: string): CallFailed {
  return new CallFailed({ code: "invalid", message });
}
