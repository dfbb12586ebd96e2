import { type RefObject, useEffect, useRef } from "react";

/** Long enough for a page that is fetched first; after that nobody waits for the focus to move. */
const LONGEST_WAIT_MS = 3000;

/**
 * After a change of page the screen reader starts at its heading, not at the old link. A dialog that led here may
 * still be closing, and the page may still be loading, so it is tried with every frame until the focus is in the page.
 */
export function useFocusOnNewPage(main: RefObject<HTMLElement | null>, path: string): void {
  const lastPath = useRef(path);
  useEffect(() => {
    if (lastPath.current === path) return undefined;
    lastPath.current = path;
    const giveUpAt = performance.now() + LONGEST_WAIT_MS;
    let frame = requestAnimationFrame(function look(now) {
      if (!takeFocus(main.current) && now < giveUpAt) frame = requestAnimationFrame(look);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [main, path]);
}

/** Whether the page has the focus now. */
function takeFocus(main: HTMLElement | null): boolean {
  const { activeElement } = document;
  if (main?.contains(activeElement) === true) return true;
  if (activeElement?.closest("#overlays")) return false;
  main?.querySelector("h1")?.focus({ preventScroll: true });
  return main?.contains(document.activeElement) === true;
}
