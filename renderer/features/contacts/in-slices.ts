/** Contacts in one call: a fraction of a second's work, so that mail goes on being sent in between. */
const SLICE = 500;

/** Does the work slice by slice, one after the other, telling how many are done after each. */
export async function inSlices<Result>(
  ids: readonly string[],
  work: (slice: string[]) => Promise<Result>,
  onDone: (count: number) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < ids.length; start += SLICE) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    results.push(await work(ids.slice(start, start + SLICE)));
    onDone(Math.min(ids.length, start + SLICE));
  }
  return results;
}
