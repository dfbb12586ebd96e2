/**
 * Where somebody stands in the lot of a split, from 0 to below 100: the same for the same person and step, evenly
 * spread over people, and of no meaning for any other step. FNV-1a over both ids, then the finalizer of MurmurHash3,
 * whose bits all depend on all of the input.
 */
export function stableShare(contactUid: string, stepId: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${contactUid}|${stepId}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return ((hash >>> 0) / 2 ** 32) * 100;
}
