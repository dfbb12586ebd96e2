/** How often each thing was met, so that a simulation can show that it meets what it is for. */
export interface Tally {
  add(what: string, times?: number): void;
  readonly counts: ReadonlyMap<string, number>;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    counts,
    add(what, times = 1) {
      counts.set(what, (counts.get(what) ?? 0) + times);
    },
  };
}
