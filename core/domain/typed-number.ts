/** A number as a person meant it, or a sentence that says why it cannot be told and what to write. */
export type TypedNumber = { readonly number: number } | { readonly problem: string };

/** Marks that set off groups of three digits beside a full stop or a comma. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,'’ \u00A0\u202F])\d{3})(?:\1\d{3})*$/u;
const LONGEST = 40;

/**
 * Reads what was typed into any field for a number; not for files, where the whole column tells. The decimal mark is a
 * full stop or a comma. One mark before exactly three digits could stand for either and is refused, but where
 * `decimals`, the most digits after the mark, is 0: there it can only set off thousands.
 */
export function readTypedNumber(
  text: string,
  { decimals = Infinity }: { readonly decimals?: number } = {},
): TypedNumber {
  const typed = text.trim();
  const parts = typed.length > LONGEST ? undefined : split(typed, decimals);
  if (parts === undefined)
    return {
      problem: `“${typed.slice(0, LONGEST)}” is not a number: write one such as ${decimals === 0 ? "12" : "12.5"}.`,
    };
  const { sign, whole, fraction, isUnclear } = parts;
  if (isUnclear)
    return {
      problem: `“${typed}” can be read in two ways: write ${sign}${whole}${fraction} for the large number, or ${sign}${whole}.${fraction}0 for the small one.`,
    };
  const number = Number(`${sign}${whole}.${fraction}`);
  if (fraction.replace(/0+$/, "").length <= decimals) return { number: number === 0 ? 0 : number };
  return {
    problem:
      decimals === 0
        ? `“${typed}” is not a whole number: write one such as ${Math.ceil(number)}.`
        : `“${typed}” has more than ${decimals} digits after the mark: write ${number.toFixed(decimals)}, for instance.`,
  };
}

/** A number as it can be typed: `readTypedNumber` gives it back. */
export function typedNumber(number: number): string {
  const text = number.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
  return "number" in readTypedNumber(text) ? text : `${text}0`;
}

interface Parts {
  readonly sign: "" | "-";
  /** Digits alone, at least one. */
  readonly whole: string;
  readonly fraction: string;
  readonly isUnclear: boolean;
}

function split(typed: string, decimals: number): Parts | undefined {
  const sign = /^[-−]/u.test(typed) ? "-" : "";
  const bare = typed.replace(/^[+\-−]/u, "");
  const [mark = "", fraction = ""] = /[.,]([^.,]*)$/.exec(bare) ?? [];
  const before = bare.slice(0, bare.length - mark.length);
  if (!/^\d*$/.test(fraction)) return undefined;
  const isGrouped = GROUPED.test(bare);
  const isUnclear = isGrouped && decimals > 0 && mark !== "" && /^\d*$/.test(before);
  if (isGrouped && !isUnclear) return { sign, whole: digitsOf(bare), fraction: "", isUnclear };
  const isWhole =
    /^\d*$/.test(before) || (GROUPED.test(before) && !before.includes(mark.charAt(0)));
  if (!isWhole || before + fraction === "") return undefined;
  return { sign, whole: digitsOf(before) || "0", fraction, isUnclear };
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, "");
}
