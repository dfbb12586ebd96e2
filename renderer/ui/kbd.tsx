import { Fragment } from "react";

const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/u.test(navigator.userAgent);
const macNames: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧", Ctrl: "⌃" };

export interface KbdProps {
  /** "Mod+K" together, "g c" one after the other. Mod is ⌘ on a Mac and Ctrl elsewhere. */
  keys: string;
}

/** The keys of a shortcut, as they stand on this keyboard. */
export function Kbd({ keys }: KbdProps) {
  const strokes = keys.split(" ").map((stroke) => stroke.split("+").map(keyName));
  return (
    <span className="inline-flex items-center gap-1 text-xs text-ink-soft">
      {strokes.map((stroke, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="text-ink-faint">then</span>}
          {stroke.map((key) => (
            <kbd
              key={key}
              className="min-w-5 rounded-sm border border-line-strong bg-surface px-1 text-center font-sans text-xs"
            >
              {key}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

function keyName(key: string): string {
  if (isMac && key in macNames) return macNames[key] ?? key;
  if (key === "Mod") return "Ctrl";
  return key.length === 1 ? key.toUpperCase() : key;
}
