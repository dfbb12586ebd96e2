const LONGEST = 80;

/** A name for a copy that nothing has yet, whatever the case: "Leads, copy", then "Leads, copy 2". */
export function copyName(name: string, taken: readonly string[]): string {
  const folded = new Set(taken.map((each) => each.trim().toLowerCase()));
  for (let number = 1; ; number++) {
    const ending = number === 1 ? ", copy" : `, copy ${number}`;
    const copy = `${name.slice(0, LONGEST - ending.length)}${ending}`;
    if (!folded.has(copy.toLowerCase())) return copy;
  }
}
