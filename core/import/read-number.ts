/** The sign between whole number and fraction. */
export type DecimalMark = "." | ",";

const NUMBER = /^[+-]?(?:\d[\d.,' ]*|[.,]\d+)$/;

/**
 * A number as people write it, a currency sign and a percent sign left out; null where it is none. Marks
 * that are not `decimal` must set off groups of three.
 */
export function readNumber(text: string, decimal: DecimalMark): number | null {
  const bare = strip(text);
  if (bare === null) return null;
  const [whole = "", fraction, ...more] = bare.split(decimal);
  if (more.length > 0) return readGroups(bare);
  if (fraction !== undefined && !/^\d*$/.test(fraction)) return null;
  const digits = /^[+-]?\d*$/.test(whole) ? whole : joinGroups(whole);
  if (digits === null) return null;
  const number = Number(
    `${digits === "" || digits === "-" || digits === "+" ? `${digits}0` : digits}.${fraction || "0"}`,
  );
  return Number.isFinite(number) ? number : null;
}

/** Which decimal mark a text can only be read with; "either" where both will do, "none" where it is no number. */
export function weighNumber(text: string): DecimalMark | "either" | "none" {
  const bare = strip(text);
  if (bare === null) return "none";
  const point = readNumber(text, ".");
  const comma = readNumber(text, ",");
  if (point === null) return comma === null ? "none" : ",";
  if (comma === null) return ".";
  return "either";
}

/** Digits that mean something other than an amount: a postal code, a telephone number, an account. */
export function isCode(text: string): boolean {
  return /^0\d/.test(text) || /^\+?\d{12,}$/.test(text) || /^\+\d{6,}/.test(text);
}

function strip(text: string): string | null {
  if (text.length > 40) return null;
  const bare = text
    .replace(/^([+-]?)\s*(?:[$€£¥]|EUR|USD|GBP|CHF)\s*/i, "$1")
    .replace(/\s*(?:[$€£¥%]|EUR|USD|GBP|CHF|zł|kr)$/i, "");
  return NUMBER.test(bare) ? bare : null;
}

/** "1,234,567" has no fraction at all. */
function readGroups(bare: string): number | null {
  const digits = joinGroups(bare);
  return digits === null ? null : Number(digits);
}

function joinGroups(text: string): string | null {
  return /^[+-]?\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/.test(text)
    ? text.replace(/[.,' ]/g, "")
    : null;
}
