/** Control characters other than tab and line end, and the invisible ones that come along with pasted text. */
const UNWANTED =
  /(?![\t\n])[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;
/** Printable Latin text without space around it and without a spreadsheet's wrapping: nearly every cell. */
const NO_CLEANING_NEEDED =
  /^(?!['=])[\u0021-\u007e\u00a1-\u00ac\u00ae-\u02ff](?:[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*[\u0021-\u007e\u00a1-\u00ac\u00ae-\u02ff])?$/;

/**
 * What a person sees in a cell: trimmed, invisible characters gone, no-break spaces as spaces, composed
 * as one typed it. The wrapping a spreadsheet needs (`="007"`, `'=1+1`) is taken off.
 */
export function cleanCell(cell: string): string {
  if (cell === "" || NO_CLEANING_NEEDED.test(cell)) return cell;
  const text = cell
    .replace(UNWANTED, "")
    .replace(/[\u00a0\u202f\u2007]/g, " ")
    .normalize("NFC")
    .trim();
  const wrapped = /^="([^"]*)"$/.exec(text);
  if (wrapped) return (wrapped[1] ?? "").trim();
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** The same on one line: a name, a tag, a heading. */
export function cleanLine(cell: string): string {
  return cleanCell(cell).replace(/\s+/g, " ");
}
