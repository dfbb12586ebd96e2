/** What one run took. */
export interface Spent {
  readonly wallMs: number;
  /** Of this process, user and system. */
  readonly cpuMs: number;
}

export async function spend(work: () => Promise<void>): Promise<Spent> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wallMs: performance.now() - before, cpuMs: (user + system) / 1000 };
}

/** The middle one, and how far the ends are from it, as a share of it. */
export interface Middle {
  readonly median: number;
  readonly spread: number;
}

export function middleOf(values: readonly number[]): Middle {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const low = sorted[0] ?? Number.NaN;
  const high = sorted.at(-1) ?? Number.NaN;
  return { median, spread: (high - low) / (2 * median) };
}
