/** What a key press is, with nothing of the browser in it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Writes a press as a shortcut writes it: "Mod+K", "Alt+ArrowUp", "g", "?". Ctrl and ⌘ are both Mod. */
export function strokeOf(press: KeyPress): string {
  const isMod = press.ctrlKey || press.metaKey;
  const isLetter = press.key.length === 1;
  const parts = [
    ...(isMod ? ["Mod"] : []),
    ...(press.altKey ? ["Alt"] : []),
    ...(press.shiftKey && !(isLetter && !isMod) ? ["Shift"] : []),
    isMod && isLetter ? press.key.toUpperCase() : press.key,
  ];
  return parts.join("+");
}

export type Match =
  | { readonly kind: "run"; readonly shortcut: string }
  /** The strokes so far begin a longer shortcut. */
  | { readonly kind: "wait"; readonly pending: string }
  | { readonly kind: "none" };

/** What a stroke means after the strokes still pending, among `shortcuts`. */
export function matchShortcut(
  pending: string,
  stroke: string,
  shortcuts: readonly string[],
): Match {
  for (const typed of pending === "" ? [stroke] : [`${pending} ${stroke}`, stroke]) {
    if (shortcuts.includes(typed)) return { kind: "run", shortcut: typed };
    if (shortcuts.some((shortcut) => shortcut.startsWith(`${typed} `))) {
      return { kind: "wait", pending: typed };
    }
  }
  return { kind: "none" };
}
