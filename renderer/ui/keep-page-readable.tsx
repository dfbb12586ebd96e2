import { useContext, useLayoutEffect } from "react";
import { ComboBoxStateContext } from "react-aria-components";

/** What react-aria leaves alone when it hides the page behind an open list. */
const KEPT = "data-react-aria-top-layer";

/**
 * Inside a ComboBox: an open list would put aria-hidden on the rest of the page although all of it can
 * still be reached by Tab, which leaves a screen reader on things without a name. So nothing is hidden.
 */
export function KeepPageReadable() {
  const isOpen = useContext(ComboBoxStateContext)?.isOpen === true;
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const places = [...document.body.children].filter((place) => !place.hasAttribute(KEPT));
    for (const place of places) place.setAttribute(KEPT, "");
    return () => {
      for (const place of places) place.removeAttribute(KEPT);
    };
  }, [isOpen]);
  return null;
}
