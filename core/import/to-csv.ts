import Papa from "papaparse";
import { neutralise } from "./rejected-csv.ts";

/** Rows as CSV text that a spreadsheet opens without running anything in it. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${Papa.unparse(
    rows.map((row) => row.map(neutralise)),
    { newline: "\r\n" },
  )}\r\n`;
}
