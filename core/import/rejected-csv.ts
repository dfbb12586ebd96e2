import Papa from "papaparse";
import type { InspectedFile } from "./inspect-file.ts";

export interface RejectedRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  /** Why the row was left out, in a sentence. */
  readonly reason: string;
}

const NEWLINE = "\r\n";
/** Read as columns to leave out when the mended file is imported again. */
const OWN_HEADERS = ["Row in the original file", "Why it was left out"];

/** The first line of the file of rejected rows, with the byte order mark spreadsheets know UTF-8 by. */
export function rejectedCsvHead({ columns, delimiter }: InspectedFile): string {
  return `\ufeff${writeRow([...columns.map(({ header }) => header), ...OWN_HEADERS], delimiter)}`;
}

/** One line of it: the row as it came, its number and the reason beside it. */
export function rejectedCsvRow(row: RejectedRow, { columns, delimiter }: InspectedFile): string {
  const width = Math.max(columns.length, row.cells.length);
  const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? "");
  return writeRow([...cells, String(row.rowNumber), row.reason], delimiter);
}

function writeRow(cells: readonly string[], delimiter: string): string {
  const line = Papa.unparse([cells.map(neutralise)], { delimiter, newline: NEWLINE });
  return line + NEWLINE;
}

/**
 * Keeps a spreadsheet from running a cell as a formula, by the apostrophe that makes it text (OWASP, "CSV
 * Injection"). Our own import takes it off again.
 */
export function neutralise(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
