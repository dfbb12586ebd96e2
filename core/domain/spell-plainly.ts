/** Lower-case letters without their accents, and those that have none to lose in the usual spelling. */
export function spellPlainly(text: string): string {
  const lower = text.toLowerCase();
  // Nearly every cell, and a tenth of the work.
  if (/^[ -~]*$/.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d")
    .replaceAll("ı", "i");
}
