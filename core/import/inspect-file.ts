import { CallFailed } from "#core/contract/failure.ts";
import { cleanLine } from "./clean-cell.ts";
import { countDates, isDateOrderOpen, newEvidence, weighCell } from "./column-evidence.ts";
import type { ColumnEvidence } from "./column-evidence.ts";
import { guessColumns } from "./columns.ts";
import type { ColumnTarget, Known } from "./columns.ts";
import { readHeader } from "./column-words.ts";
import { readRows } from "./csv.ts";
import type { CsvFormat } from "./csv.ts";
import { decode, findEncoding } from "./decode.ts";
import type { FileSource } from "./file-source.ts";
import { findLayout } from "./find-layout.ts";
import type { DateOrder } from "./read-date.ts";
import type { DecimalMark } from "./read-number.ts";

/** Everything found out about a file before it is read for good; plain data, to be kept with the import. */
export interface InspectedFile extends CsvFormat {
  /** The row that names the columns; the list begins behind it. 0 where there is none. */
  readonly headerRow: number;
  readonly hasHeader: boolean;
  readonly columns: readonly InspectedColumn[];
  /** Sentences the person should read. */
  readonly notes: readonly string[];
}

export interface InspectedColumn {
  readonly header: string;
  readonly samples: readonly string[];
  readonly target: ColumnTarget;
  readonly reading: ColumnReading;
}

/** How the values of one column are to be read. */
export interface ColumnReading {
  readonly dateOrder: DateOrder;
  readonly decimalMark: DecimalMark;
  /** A yes in this column is a no to our mail. */
  readonly isOptOut: boolean;
}

/** Characters looked at for delimiter and header. */
const LAYOUT_CHARACTERS = 256 * 1024;
/** Weighed at most; more only while the order of day and month in a column is still open. */
const WEIGHED_ROWS = 5_000;
const WEIGHED_CELLS = 250_000;
/** The share of a column's values that are addresses from which on it may be the column of addresses. */
const LEAST_ADDRESSES = 0.1;

/** Finds encoding, delimiter, header and columns. Throws `CallFailed` where the file cannot be a list of contacts. */
export async function inspectFile(source: FileSource, known: Known): Promise<InspectedFile> {
  const { label: encoding, note } = await findEncoding(source);
  const layout = findLayout(await readStart(source, encoding));
  const format = { encoding, delimiter: layout.delimiter, columnCount: layout.columnCount };
  const { evidence, rows } = await weighColumns(source, format, layout.headerRow);
  if (rows === 0) {
    throw new CallFailed({
      code: "invalid",
      message:
        "There is not one contact in this file. Export the list again and choose the new file.",
    });
  }
  const headers = evidence.map(
    (_, index) => cleanLine(layout.header?.[index] ?? "").slice(0, 200) || `Column ${index + 1}`,
  );
  const targets = guessColumns(headers, evidence, known);
  const hasAddressColumn = targets.some(({ kind }) => kind === "address");
  if (!hasAddressColumn && !evidence.some(mayBeAddresses))
    throw new CallFailed({
      code: "invalid",
      message:
        "No column of this file looks like e-mail addresses, so it is no list of contacts. Choose the file your spreadsheet or mail program saved the list in, with the e-mail addresses in a column of their own.",
    });
  const dateOrder = commonDateOrder(evidence);
  const columns = headers.map((header, index): InspectedColumn => {
    const seen = evidence[index] ?? newEvidence();
    return {
      header,
      samples: seen.samples,
      target: targets[index] ?? { kind: "skip" },
      reading: {
        dateOrder: columnDateOrder(seen) ?? dateOrder ?? "day-first",
        decimalMark: columnDecimalMark(seen) ?? (layout.delimiter === ";" ? "," : "."),
        isOptOut: readHeader(header) === "opt-out",
      },
    };
  });
  return {
    ...format,
    headerRow: layout.headerRow,
    hasHeader: layout.header !== null,
    columns,
    notes: [
      ...(note === null ? [] : [note]),
      ...layoutNotes(layout),
      ...(hasAddressColumn
        ? []
        : ["No column looks like e-mail addresses. Choose the one that holds them."]),
      ...columns.flatMap((column, index) => dateNote(column, evidence[index], dateOrder)),
    ],
  };
}

async function readStart(source: FileSource, encoding: string): Promise<string> {
  let start = "";
  for await (const { text } of decode(source, encoding)) {
    start += text;
    if (start.length >= LAYOUT_CHARACTERS) {
      // The last line may be cut in two.
      return (
        start.slice(0, Math.max(start.lastIndexOf("\n"), start.lastIndexOf("\r")) + 1) || start
      );
    }
  }
  return start;
}

async function weighColumns(
  source: FileSource,
  format: CsvFormat,
  headerRow: number,
): Promise<{ evidence: ColumnEvidence[]; rows: number }> {
  const evidence = Array.from({ length: format.columnCount }, newEvidence);
  let open = evidence;
  let rows = 0;
  for await (const batch of readRows(source, format)) {
    for (const row of batch.rows) {
      if (row.rowNumber <= headerRow) continue;
      rows += 1;
      if (row.problem !== null) continue;
      if (open === evidence) {
        evidence.forEach((column, index) => weighCell(column, row.cells[index] ?? ""));
      } else {
        for (const column of open) weighCell(column, row.cells[evidence.indexOf(column)] ?? "");
      }
    }
    if (rows < WEIGHED_ROWS && rows * format.columnCount < WEIGHED_CELLS) continue;
    open = evidence.filter((column) => isDateColumn(column) && isDateOrderOpen(column));
    if (open.length === 0) break;
  }
  return { evidence, rows };
}

/** Addresses among other things, so that the person may know better; a text that mentions one has far fewer. */
function mayBeAddresses({ addresses, filled }: ColumnEvidence): boolean {
  return addresses > 0 && addresses >= filled * LEAST_ADDRESSES;
}

function isDateColumn(evidence: ColumnEvidence): boolean {
  return countDates(evidence) > evidence.filled / 2;
}

function columnDateOrder({ dates }: ColumnEvidence): DateOrder | null {
  if (dates["day-first"] === dates["month-first"]) return null;
  return dates["day-first"] > dates["month-first"] ? "day-first" : "month-first";
}

function columnDecimalMark({ numbers }: ColumnEvidence): DecimalMark | null {
  if (numbers["."] === numbers[","]) return null;
  return numbers["."] > numbers[","] ? "." : ",";
}

/** One program writes all its dates alike, so a column that tells speaks for those that do not. */
function commonDateOrder(evidence: readonly ColumnEvidence[]): DateOrder | null {
  let balance = 0;
  for (const { dates } of evidence) balance += dates["day-first"] - dates["month-first"];
  if (balance === 0) return null;
  return balance > 0 ? "day-first" : "month-first";
}

function layoutNotes({ headerRow, header }: { headerRow: number; header: unknown }): string[] {
  if (header === null) {
    return [
      "The file has no row of column names, so the columns are numbered. Say what each one is.",
    ];
  }
  if (headerRow <= 1) return [];
  return [`The column names are in row ${headerRow}; what stands above is left out.`];
}

function dateNote(
  { header, target, reading }: InspectedColumn,
  evidence: ColumnEvidence | undefined,
  common: DateOrder | null,
): string[] {
  if (!evidence || target.kind !== "field" || target.type !== "date") return [];
  if (!isDateOrderOpen(evidence) || common !== null) return [];
  const order = reading.dateOrder === "day-first" ? "day first" : "month first";
  return [`The dates in “${header}” can be read in two ways; they are read ${order}.`];
}
