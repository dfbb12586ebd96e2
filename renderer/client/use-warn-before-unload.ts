import { useEffect } from "react";
import { isDesktop } from "./shell.ts";

/**
 * In a browser, which loads a page again at a key's press, has it ask first while there is something typed and not
 * saved. The desktop window has no such key, and would refuse to close without a word.
 */
export function useWarnBeforeUnload(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved || isDesktop) return undefined;
    function onBeforeUnload(event: BeforeUnloadEvent) {
      event.preventDefault();
    }
    window.addEventListener("beforeunload", onBeforeUnload);
    return () => {
      window.removeEventListener("beforeunload", onBeforeUnload);
    };
  }, [isUnsaved]);
}
