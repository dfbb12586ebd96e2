import Papa from "papaparse";
import type { ParseError, ParseStepResult } from "papaparse";

export interface ParsedRow {
  readonly cells: readonly string[];
  /** The quotation marks of this row do not pair up, and its cells are not what they should be. */
  readonly isBrokenQuote: boolean;
}

export interface ParsedBlock {
  readonly rows: readonly ParsedRow[];
  /** Characters of the text that the rows took up; the rest is the beginning of the next row. */
  readonly used: number;
}

interface PapaResult {
  readonly data: string[][];
  readonly errors: readonly ParseError[];
  readonly meta: { readonly cursor: number };
}

/**
 * The whole rows at the start of `text`, whose line ends are all "\n". The last row is taken only when
 * `isEnd`. A quotation mark that opens and never closes swallows what follows up to the next one: such a
 * stretch is taken apart again line by line, and a line that then has `columnCount` cells is a row like
 * any other (0: any count will do).
 */
export function parseRows(
  text: string,
  delimiter: string,
  columnCount: number,
  isEnd: boolean,
): ParsedBlock {
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  const result = parser.parse(text, 0, !isEnd) as PapaResult;
  const used = isEnd ? text.length : result.meta.cursor;
  if (result.errors.some(({ row }) => row !== undefined && row < result.data.length)) {
    return { rows: parseCarefully(text, delimiter, columnCount, isEnd), used };
  }
  const rows = result.data.map((cells) => ({ cells, isBrokenQuote: false }));
  // What follows the last line end is no row.
  if (isEnd && text.endsWith("\n")) rows.pop();
  return { rows, used };
}

/** Each line as a row of its own, quotation marks heeded only where they pair up within it. */
export function parseLines(text: string, delimiter: string, columnCount: number): ParsedRow[] {
  return text.split("\n").map((line) => {
    const { data, errors } = new Papa.Parser({ delimiter, newline: "\n" }).parse(
      line,
      0,
      false,
    ) as PapaResult;
    const [cells = [""]] = data;
    const isClosed = errors.every(({ code }) => code !== "MissingQuotes");
    if (errors.length === 0 || (isClosed && cells.length === columnCount)) {
      return { cells, isBrokenQuote: false };
    }
    // A quotation mark that opens a cell and has no partner in it is only dirt.
    const cut = line.split(delimiter).map((cell) => cell.replace(/^"(?=[^"]*$)/, ""));
    return { cells: cut, isBrokenQuote: columnCount > 0 && cut.length !== columnCount };
  });
}

/** Like the quick way, with the place of every row known. */
function parseCarefully(
  text: string,
  delimiter: string,
  columnCount: number,
  isEnd: boolean,
): ParsedRow[] {
  const rows: ParsedRow[] = [];
  let start = 0;
  const parser = new Papa.Parser({
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }: ParseStepResult<string[]>) => {
      // The parser hands over a list of one row, whatever its types say.
      const [cells] = data as unknown as [string[]];
      const end = Math.max(meta.cursor, start);
      if (errors.length > 0) {
        const stretch = text.slice(start, end).replace(/\n$/, "");
        for (const row of parseLines(stretch, delimiter, columnCount)) rows.push(row);
      } else if (start < text.length) {
        rows.push({ cells, isBrokenQuote: false });
      }
      start = end;
    },
  });
  parser.parse(text, 0, !isEnd);
  return rows;
}
