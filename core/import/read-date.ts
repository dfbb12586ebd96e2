import { spellPlainly } from "#core/domain/spell-plainly.ts";

/** Which number comes first where a date is all numbers and the year last. */
export type DateOrder = "day-first" | "month-first";

const MONTH_NAMES = [
  "jan january januar janvier janv enero ene gennaio gen janeiro januari styczen stycznia sty leden ledna",
  "feb february februar fevrier fevr fev febrero febbraio fevereiro februari luty lutego lut unor unora",
  "mar march marz maerz mars mrz marzo marco maart mrt marzec marca brezen brezna",
  "apr april avril avr abril abr aprile kwiecien kwietnia kwi duben dubna",
  "may mai mayo maggio mag maio mei maj maja kveten kvetna",
  "jun june juni juin junio giugno giu junho czerwiec czerwca cze cerven cervna",
  "jul july juli juillet juil julio luglio lug julho lipiec lipca lip cervenec cervence",
  "aug august aout agosto ago agustus augustus augusti sierpien sierpnia sie srpen srpna",
  "sep sept september septembre septiembre settembre set setembro wrzesien wrzesnia wrz zari",
  "oct october oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz rijen rijna",
  "nov november novembre noviembre novembro listopad listopada lis",
  "dec december dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia gru prosinec prosince",
];

const monthByName: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) =>
    names.split(" ").map((name): [string, number] => [name, index + 1]),
  ),
);

/** A time of day after the date, with or without a zone; the day is taken as it is written. */
const TIME = String.raw`(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})\.?${TIME}$`);
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})${TIME}$`);
const DAY_NAME = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`;
const DAY_MONTH = new RegExp(
  String.raw`^${DAY_NAME}(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]*(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?[\s-]*(?:de\s+|of\s+)?(\d{4}|\d{2})${TIME}$`,
  "u",
);
const MONTH_DAY = new RegExp(
  String.raw`^${DAY_NAME}(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  "u",
);

/** What a text says about dates in its column. */
export type DateEvidence = "sure" | "day-first" | "month-first" | "either" | "none";

/** Whether a text is a date, and which order of day and month it allows. */
export function weighDate(text: string): DateEvidence {
  const match = text.length <= 40 ? YEAR_LAST.exec(text) : null;
  if (!match) return readDate(text, "day-first") === null ? "none" : "sure";
  const isDayFirst = readDate(text, "day-first") !== null;
  const isMonthFirst = readDate(text, "month-first") !== null;
  if (isDayFirst && isMonthFirst) return match[1] === match[3] ? "sure" : "either";
  if (isDayFirst) return "day-first";
  return isMonthFirst ? "month-first" : "none";
}

/**
 * A date in any usual spelling as "yyyy-mm-dd"; null where it is none. Two-digit years lie between 1950
 * and 2049. A time of day behind it is left out.
 */
export function readDate(text: string, order: DateOrder): string | null {
  if (text.length < 6 || text.length > 40 || !/\d/.test(text)) return null;
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, first, , second, year] = yearLast;
    return order === "day-first" ? dayOf(year, second, first) : dayOf(year, first, second);
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const compact = COMPACT.exec(text);
  if (compact) return dayOf(compact[1], compact[2], compact[3]);
  if (!/\p{L}/u.test(text)) return null;
  const plain = spellPlainly(text);
  const dayMonth = DAY_MONTH.exec(plain);
  if (dayMonth) return dayOf(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]);
  const monthDay = MONTH_DAY.exec(plain);
  return monthDay ? dayOf(monthDay[3], monthOf(monthDay[1]), monthDay[2]) : null;
}

function monthOf(name: string | undefined): string | undefined {
  return monthByName.get(name ?? "")?.toString();
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayOf(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): string | null {
  const month = Number(monthText);
  const day = Number(dayText);
  const short = Number(yearText);
  const year = yearText?.length === 2 ? (short < 50 ? 2000 + short : 1900 + short) : short;
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] ?? 0))) return null;
  if (!(year >= 1000 && year <= 9999)) return null;
  if (month === 2 && day === 29 && !isLeapYear(year)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
