const FIRST_MS = 250;
const LONGEST_MS = 8000;

/** How long to wait before the next try after `failures` in a row, in milliseconds. */
export function backOffMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
}
