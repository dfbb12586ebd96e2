interface Place {
  active: number;
  rowCount: number;
  /** Rows that fit the window, for Page Up and Page Down. */
  pageRows: number;
}

/** The row a key moves to, or undefined where the key does not move. */
export function moveInGrid(key: string, place: Place): number | undefined {
  const last = place.rowCount - 1;
  if (last < 0) return undefined;
  const page = Math.max(1, place.pageRows);
  const targets: Record<string, number> = {
    ArrowDown: place.active + 1,
    ArrowUp: place.active - 1,
    PageDown: place.active + page,
    PageUp: place.active - page,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.max(0, Math.min(last, target));
}
