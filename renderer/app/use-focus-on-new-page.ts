import { type RefObject, useEffect, useRef } from "react";

/** Long enough for a page that is fetched first; after that nobody waits for the focus to move. */
const LONGEST_WAIT_MS = 3000;

/**
 * After a change of page the screen reader starts at its heading, not at the old link. A dialog that led here may
 * still be closing, and a heading that says "Loading" may give way to the real one, so it looks at every frame for a
 * while, until the person does something.
 */
export function useFocusOnNewPage(main: RefObject<HTMLElement | null>, path: string): void {
  const lastPath = useRef(path);
  useEffect(() => {
    if (lastPath.current === path) return undefined;
    lastPath.current = path;
    const giveUpAt = performance.now() + LONGEST_WAIT_MS;
    let frame = requestAnimationFrame(look);
    function look(now: number): void {
      if (isFocusNowhere(main.current))
        main.current?.querySelector("h1")?.focus({ preventScroll: true });
      if (now < giveUpAt) frame = requestAnimationFrame(look);
    }
    function stop(): void {
      cancelAnimationFrame(frame);
    }
    const once = { once: true, capture: true };
    addEventListener("keydown", stop, once);
    addEventListener("pointerdown", stop, once);
    return () => {
      stop();
      removeEventListener("keydown", stop, once);
      removeEventListener("pointerdown", stop, once);
    };
  }, [main, path]);
}

/** Neither in the page nor in anything over it; the link in the navigation that led here counts as nowhere too. */
function isFocusNowhere(main: HTMLElement | null): boolean {
  const { activeElement } = document;
  return !main?.contains(activeElement) && !activeElement?.closest("#overlays");
}
