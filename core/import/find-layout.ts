import { cleanCell, cleanLine } from "./clean-cell.ts";
import { isHeaderWord } from "./column-words.ts";
import { RowCutter } from "./csv.ts";
import type { CsvRow } from "./csv.ts";

/** How the text of a file is laid out. */
export interface Layout {
  readonly delimiter: string;
  /** The row that names the columns; 0 where the list starts without one. */
  readonly headerRow: number;
  /** The header's cells as they stand, or null. */
  readonly header: readonly string[] | null;
  readonly columnCount: number;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Rows looked at. */
const LOOKED_AT = 300;
/** A header does not stand deeper than this. */
const DEEPEST_HEADER = 50;

/** Reads delimiter, header and width from the beginning of a file's text. */
export function findLayout(text: string): Layout {
  const hint = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const candidates = hint === undefined ? DELIMITERS : [hint];
  let best = scoreDelimiter(text, candidates[0] ?? ",");
  for (const delimiter of candidates.slice(1)) {
    const next = scoreDelimiter(text, delimiter);
    if (next.score > best.score) best = next;
  }
  // The hint is a row of its own, never a header.
  const rows = hint === undefined ? best.rows : best.rows.slice(1);
  const header = findHeader(rows);
  return {
    delimiter: best.delimiter,
    headerRow: header?.rowNumber ?? (hint === undefined ? 0 : 1),
    header: hint !== undefined && !header ? null : (header?.cells ?? null),
    columnCount: Math.max(best.width, header?.cells.length ?? 0),
  };
}

interface Scored {
  readonly delimiter: string;
  readonly rows: readonly CsvRow[];
  readonly width: number;
  readonly score: number;
}

/** The right delimiter leaves rows of one width, and addresses and known column names whole in their cells. */
function scoreDelimiter(text: string, delimiter: string): Scored {
  const cutter = new RowCutter(delimiter, 0);
  const rows = [...cutter.add(text), ...cutter.end()].slice(0, LOOKED_AT);
  const width = commonWidth(rows);
  if (rows.length === 0) return { delimiter, rows, width: 1, score: 0 };
  const regular = rows.filter((row) => row.cells.length === width).length / rows.length;
  const addressed = rows.filter((row) => row.cells.some(isAddress)).length / rows.length;
  const words = Math.max(...rows.slice(0, DEEPEST_HEADER).map(countHeaderWords));
  const score = (width > 1 ? regular : 0) + addressed * 2 + Math.min(words, 4) * 0.5;
  return { delimiter, rows, width, score };
}

/** The width most rows have; blank cells at a row's end count, as spreadsheets write them. */
function commonWidth(rows: readonly CsvRow[]): number {
  const countByWidth = new Map<number, number>();
  for (const { cells } of rows) {
    countByWidth.set(cells.length, (countByWidth.get(cells.length) ?? 0) + 1);
  }
  let width = 1;
  let most = 0;
  for (const [candidate, count] of countByWidth) {
    if (count > most || (count === most && candidate > width)) {
      width = candidate;
      most = count;
    }
  }
  return width;
}

/**
 * The row that names the columns: above the first address, the one with the most names in it. Titles and
 * remarks above it have fewer; a first row of data with a bad address has none a list would use.
 */
function findHeader(rows: readonly CsvRow[]): CsvRow | null {
  const top = rows.slice(0, DEEPEST_HEADER);
  const firstAddress = top.findIndex((row) => row.cells.some(isAddress));
  const above = firstAddress < 0 ? top : top.slice(0, firstAddress);
  let best: CsvRow | null = null;
  let bestScore = -1;
  for (const row of above) {
    const words = countHeaderWords(row);
    if (firstAddress < 0 && words === 0 && row !== above[0]) continue;
    const score = words * 10 + row.cells.filter((cell) => cleanCell(cell) !== "").length;
    if (score > bestScore && couldName(row)) {
      best = row;
      bestScore = score;
    }
  }
  return best;
}

/** Columns are named with words, not with numbers and dates. */
function couldName(row: CsvRow): boolean {
  const cells = row.cells.map(cleanLine).filter((cell) => cell !== "");
  const values = cells.filter((cell) => /^[\d\s.,:/+%€$£-]+$/.test(cell) || isAddress(cell));
  return cells.length > 0 && values.length <= cells.length / 3;
}

function countHeaderWords(row: CsvRow): number {
  return row.cells.filter(isHeaderWord).length;
}

function isAddress(cell: string): boolean {
  return /^\s*(?:[^<>@]*<)?[^\s@<>,;|]+@[^\s@<>,;|]+\.[^\s@<>,;|]+>?\s*$/.test(cell);
}
