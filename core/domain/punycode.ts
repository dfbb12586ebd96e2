/**
 * The ASCII form of an internationalised domain ("bücher.example" to "xn--bcher-kva.example"), as a
 * browser writes it: UTS 46 without the transitional mapping, so "ß" stays itself. Lower case. Undefined
 * where a label holds something no domain can hold. Lengths are the caller's to check.
 */
export function domainToAscii(domain: string): string | undefined {
  const labels: string[] = [];
  for (const label of mapDomain(domain).split(".")) {
    const ascii = labelToAscii(label);
    if (ascii === undefined) return undefined;
    labels.push(ascii);
  }
  return labels.join(".");
}

/** Compatibility forms, upper case and the full stops of East Asian scripts become what DNS knows. */
function mapDomain(domain: string): string {
  return domain
    .replace(/[\u3002\uff0e\uff61]/g, ".")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFC");
}

function labelToAscii(label: string): string | undefined {
  if (/^[a-z0-9-]*$/.test(label)) return label;
  if (!/^[\p{L}\p{N}-][\p{L}\p{M}\p{N}-]*$/u.test(label)) return undefined;
  return `xn--${encodePunycode(label)}`;
}

const BASE = 36;
const SMALLEST = 1;
const LARGEST = 26;

/** RFC 3492 §6.3. */
function encodePunycode(label: string): string {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  let output = points
    .filter((point) => point < 128)
    .map((point) => String.fromCodePoint(point))
    .join("");
  const basicCount = output.length;
  if (basicCount > 0) output += "-";

  let next = 128;
  let delta = 0;
  let bias = 72;
  let handled = basicCount;
  while (handled < points.length) {
    const smallest = Math.min(...points.filter((point) => point >= next));
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      output += encodeNumber(delta, bias);
      bias = adapt(delta, handled + 1, handled === basicCount);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    next += 1;
  }
  return output;
}

/** A variable-length integer, least significant digit first. */
function encodeNumber(number: number, bias: number): string {
  let output = "";
  let rest = number;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(Math.max(k - bias, SMALLEST), LARGEST);
    if (rest < threshold) return output + digit(rest);
    output += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

/** 0 to 25 are "a" to "z", 26 to 35 are "0" to "9". */
function digit(value: number): string {
  return String.fromCodePoint(value < 26 ? 97 + value : 22 + value);
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : Math.floor(delta / 2);
  rest += Math.floor(rest / count);
  let k = 0;
  while (rest > ((BASE - SMALLEST) * LARGEST) / 2) {
    rest = Math.floor(rest / (BASE - SMALLEST));
    k += BASE;
  }
  return k + Math.floor(((BASE - SMALLEST + 1) * rest) / (rest + 38));
}
