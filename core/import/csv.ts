import { CallFailed } from "#core/contract/failure.ts";
import { decode } from "./decode.ts";
import type { FileSource } from "./file-source.ts";
import { parseLines, parseRows } from "./parse-rows.ts";
import type { ParsedRow } from "./parse-rows.ts";

export interface CsvRow {
  /** From 1, counted as a spreadsheet does: titles, header and blank rows too. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
  /** A sentence where the row cannot be trusted; its cells are then only for showing. */
  readonly problem: string | null;
}

export interface CsvBatch {
  readonly rows: readonly CsvRow[];
  /** Of the file, for progress. */
  readonly bytesRead: number;
}

export interface CsvFormat {
  /** A label `TextDecoder` knows. */
  readonly encoding: string;
  readonly delimiter: string;
  /** How many cells a row should have; 0 where that is not known yet. */
  readonly columnCount: number;
}

/** More columns than any list of people has; a wide file is something else. */
export const MOST_COLUMNS = 5_000;
/** Characters in one cell. A spreadsheet stops at 32,767. */
const MOST_CELL = 100_000;
/** Characters in one row: past this a quotation mark was opened and never closed. */
const MOST_ROW = 1_000_000;
/** Each costs another look over `MOST_ROW` characters. */
const MOST_ENDLESS_ROWS = 20;

/**
 * The rows of a file in order, a batch for every chunk read; blank rows are left out but counted. Holds
 * one chunk and at most one row in memory. Throws `CallFailed` where the file cannot be a list.
 */
export async function* readRows(source: FileSource, format: CsvFormat): AsyncGenerator<CsvBatch> {
  const cutter = new RowCutter(format.delimiter, format.columnCount);
  let bytesRead = 0;
  for await (const piece of decode(source, format.encoding)) {
    bytesRead = piece.bytesRead;
    yield { rows: cutter.add(piece.text), bytesRead };
  }
  yield { rows: cutter.end(), bytesRead };
}

/** Joins chunks of text and cuts them into rows. */
export class RowCutter {
  private readonly delimiter: string;
  private readonly columnCount: number;
  private rest = "";
  private rowNumber = 0;
  private endlessRows = 0;
  private firstEndlessRow = 0;
  /** A "\r" at the end of a chunk may be half of a line end. */
  private heldReturn = "";

  constructor(delimiter: string, columnCount: number) {
    this.delimiter = delimiter;
    this.columnCount = columnCount;
  }

  add(text: string): CsvRow[] {
    let joined = this.heldReturn + text;
    this.heldReturn = "";
    if (joined.endsWith("\r")) {
      this.heldReturn = "\r";
      joined = joined.slice(0, -1);
    }
    return this.cut(this.rest + sameLineEnds(joined), false);
  }

  /** The last row, which needs no line end. */
  end(): CsvRow[] {
    const text = this.rest + sameLineEnds(this.heldReturn);
    this.heldReturn = "";
    return text === "" ? [] : this.cut(text, true);
  }

  private cut(text: string, isEnd: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    let left = text;
    for (;;) {
      const block = parseRows(left, this.delimiter, this.columnCount, isEnd);
      for (const parsed of block.rows) {
        this.rowNumber += 1;
        const row = this.check(parsed);
        if (row) rows.push(row);
      }
      left = left.slice(block.used);
      if (left.length <= MOST_ROW) break;
      left = this.skipEndlessRow(left, rows);
    }
    this.rest = left;
    return rows;
  }

  /** Takes the row's first line for the row, and goes on behind it. */
  private skipEndlessRow(text: string, rows: CsvRow[]): string {
    const lineEnd = text.indexOf("\n");
    if (lineEnd < 0 || lineEnd > MOST_ROW) {
      throw refuse(
        `Row ${this.rowNumber + 1} is longer than a million characters, so this is not a list of contacts. ` +
          "Export the list as CSV again, with one contact in each row.",
      );
    }
    this.endlessRows += 1;
    if (this.endlessRows === 1) this.firstEndlessRow = this.rowNumber + 1;
    if (this.endlessRows > MOST_ENDLESS_ROWS) {
      throw refuse(
        `The quotation marks in this file do not pair up, from row ${this.firstEndlessRow} on. ` +
          "Export the list as CSV again, or remove the quotation marks.",
      );
    }
    for (const parsed of parseLines(text.slice(0, lineEnd), this.delimiter, this.columnCount)) {
      this.rowNumber += 1;
      const row = this.check(parsed);
      if (row) rows.push(row);
    }
    return text.slice(lineEnd + 1);
  }

  private check(parsed: ParsedRow): CsvRow | null {
    const { cells } = parsed;
    if (cells.length > MOST_COLUMNS) {
      throw refuse(
        `Row ${this.rowNumber} has ${cells.length.toLocaleString("en")} columns; a list may have ` +
          `${MOST_COLUMNS.toLocaleString("en")} at most. Remove the columns you do not need and try again.`,
      );
    }
    if (isBlank(cells)) return null;
    return { rowNumber: this.rowNumber, cells, problem: rowProblem(parsed, this.columnCount) };
  }
}

function rowProblem({ cells, isBrokenQuote }: ParsedRow, columnCount: number): string | null {
  if (isBrokenQuote) {
    return "A quotation mark opens in this row and does not close. Remove it or close it.";
  }
  if (columnCount > 0 && cells.length > columnCount && !isBlank(cells.slice(columnCount))) {
    return (
      `This row has ${cells.length} cells where the list has ${columnCount} columns. ` +
      "Put quotation marks around text that holds the delimiter."
    );
  }
  for (const cell of cells) {
    if (cell.length > MOST_CELL) {
      return (
        `A cell of this row holds ${cell.length.toLocaleString("en")} characters; ` +
        `${MOST_CELL.toLocaleString("en")} is the most. Shorten it.`
      );
    }
  }
  return null;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || cell.trim() === "");
}

function sameLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function refuse(message: string): CallFailed {
  return new CallFailed({ code: "invalid", message });
}
