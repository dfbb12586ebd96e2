interface Kind {
  readonly name: string;
  readonly does: (head: Uint8Array, start: string) => boolean;
}

/** What people drop by mistake, and how to get a CSV out of it. The first that fits speaks. */
const KINDS: readonly Kind[] = [
  {
    name: "an Excel workbook (.xlsx) or another zip archive",
    does: (head) => begins(head, "PK\u0003\u0004"),
  },
  { name: "an empty zip archive", does: (head) => begins(head, "PK\u0005\u0006") },
  {
    name: "an old Excel workbook (.xls)",
    does: (head) => begins(head, "\u00d0\u00cf\u0011\u00e0"),
  },
  { name: "a PDF document", does: (head) => begins(head, "%PDF-") },
  { name: "a PNG picture", does: (head) => begins(head, "\u0089PNG") },
  { name: "a JPEG picture", does: (head) => begins(head, "\u00ff\u00d8\u00ff") },
  { name: "a GIF picture", does: (head) => begins(head, "GIF8") },
  { name: "a compressed file (gzip)", does: (head) => begins(head, "\u001f\u008b") },
  { name: "a 7-Zip archive", does: (head) => begins(head, "7z\u00bc\u00af") },
  { name: "a RAR archive", does: (head) => begins(head, "Rar!") },
  { name: "a database (SQLite)", does: (head) => begins(head, "SQLite format 3") },
  { name: "a formatted document (RTF)", does: (head) => begins(head, "{\\rtf") },
  { name: "an address card (vCard)", does: (_head, start) => start.startsWith("begin:vcard") },
  { name: "a calendar", does: (_head, start) => start.startsWith("begin:vcalendar") },
  {
    name: "a web page",
    does: (_head, start) => /^(<!doctype html|<html|<head|<table)/.test(start),
  },
  { name: "an XML document", does: (_head, start) => start.startsWith("<?xml") },
  { name: "JSON data", does: (_head, start) => /^(\{\s*"|\[\s*[{["])/.test(start) },
];

/**
 * One sentence where the first bytes of a file are clearly something other than a CSV, else null.
 * `head` is the file's beginning, a few kilobytes at least where it has them.
 */
export function refuseOtherFiles(head: Uint8Array): string | null {
  const start = latin1(head.subarray(0, 512))
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart()
    .toLowerCase();
  const kind = KINDS.find(({ does }) => does(head, start));
  if (kind) return `This is ${kind.name}, not a CSV file. ${HOW}`;
  return isBinary(head) ? `This file is not text, so it cannot be a CSV file. ${HOW}` : null;
}

const HOW =
  "Open it in the program it comes from, save or export the list as CSV, and choose that file.";

/** Whether text in UTF-16 without a byte order mark, in either order, is what the null bytes are about. */
export function utf16Without(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return null;
  let evenNulls = 0;
  let oddNulls = 0;
  for (let index = 0; index < pairs * 2; index++) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) evenNulls += 1;
    else oddNulls += 1;
  }
  // Line ends, delimiters and addresses are ASCII even in a list of Chinese names.
  if (oddNulls > pairs * 0.3 && evenNulls === 0) return "utf-16le";
  if (evenNulls > pairs * 0.3 && oddNulls === 0) return "utf-16be";
  return null;
}

function isBinary(head: Uint8Array): boolean {
  if (begins(head, "\u00ff\u00fe") || begins(head, "\u00fe\u00ff")) return false;
  if (utf16Without(head) !== null) return false;
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    // Escape (27) opens the shifts of ISO-2022; form feed and vertical tab turn up in old exports.
    if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) odd += 1;
  }
  return odd > head.length * 0.05;
}

function begins(head: Uint8Array, magic: string): boolean {
  return latin1(head.subarray(0, magic.length)) === magic;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
