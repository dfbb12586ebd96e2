const count = new Intl.NumberFormat("en-GB");
const tenths = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const money = new Intl.NumberFormat("en-GB", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** What stands where a number would have nothing to stand on. */
export const NO_RATE = "–";

/** "1,204". */
export function formatCount(value: number): string {
  return count.format(value);
}

/** "1 person", "1,204 people". */
export function formatPeople(value: number): string {
  return value === 1 ? "1 person" : `${formatCount(value)} people`;
}

/**
 * `part` of `whole` as "34.5 %", or "–" of nothing. Some is never shown as none, and not quite all is never shown as all:
 * "< 0.1 %", "> 99.9 %".
 */
export function formatRate(part: number, whole: number): string {
  if (whole === 0) return NO_RATE;
  const percent = (100 * part) / whole;
  if (percent > 0 && percent < 0.1) return "< 0.1 %";
  if (percent < 100 && percent > 99.9) return "> 99.9 %";
  return `${tenths.format(percent)} %`;
}

/** Cents as "1,250.00", in whatever currency the owner's values are in. */
export function formatValue(cents: number): string {
  return money.format(cents / 100);
}
