const LONGEST = 60;

/**
 * The key a field's name makes, as merge tags and columns write it: "Date of birth" → "date_of_birth".
 * Letters lose their accents; what has no plain letters at all becomes "field". Never one of `taken`.
 */
export function fieldKeyOf(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "_")
    .replace(/^_+|_+$/gu, "");
  const key = /^[a-z]/u.test(plain) ? plain : plain === "" ? "field" : `field_${plain}`;
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : `_${number}`;
    const candidate = `${key.slice(0, LONGEST - ending.length)}${ending}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** What is wrong with a key that was typed; undefined where it can be taken. */
export function fieldKeyProblem(key: string, taken: readonly string[]): string | undefined {
  if (!/^[a-z][a-z0-9_]{0,59}$/u.test(key))
    return "Begin with a letter, then small letters, digits and underscores: date_of_birth.";
  return taken.includes(key) ? "Another field has this key already." : undefined;
}
