import { useEffect } from "react";
import { listCommands, useCommandStore } from "./commands.ts";
import { matchShortcut, strokeOf } from "./shortcut.ts";

/** How long the first stroke of a pair such as "g c" is remembered. */
const PAIR_MS = 1200;

/** Runs commands by their shortcuts. Once, in the frame of the app. */
export function useShortcuts(): void {
  useEffect(() => {
    let pending = "";
    let pendingUntil = 0;

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      if (isTyping(event) || isDialogOpen()) return;
      const commands = listCommands(useCommandStore.getState().sets);
      const shortcuts = commands.flatMap(({ shortcut }) =>
        shortcut === undefined ? [] : [shortcut],
      );
      const before = event.timeStamp < pendingUntil ? pending : "";
      const match = matchShortcut(before, strokeOf(event), shortcuts);
      pending = match.kind === "wait" ? match.pending : "";
      pendingUntil = event.timeStamp + PAIR_MS;
      if (match.kind !== "run") return;
      event.preventDefault();
      commands.find(({ shortcut }) => shortcut === match.shortcut)?.run();
    }

    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

/** Plain letters belong to a field that has the focus; strokes with Ctrl or ⌘ do not. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target === null) return false;
  return (
    target.isContentEditable || target.closest("input, textarea, select, [role=menu]") !== null
  );
}

function isDialogOpen(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog]") !== null;
}
