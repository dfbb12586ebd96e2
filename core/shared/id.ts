import type { Random } from "./clock.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new id: 80 random bits as 16 characters of Crockford's base 32. */
export function makeId(random: Random): string {
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of random(10)) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
      value &= (1 << bits) - 1;
    }
  }
  return text;
}
