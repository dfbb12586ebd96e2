import { must } from "#core/shared/assert.ts";

/**
 * Where everything that floats over the page is put: one landmark beside the page, so that a screen
 * reader can say where it is. All of it, for a dialog makes whatever is outside of its own place inert.
 */
export function overlayPlace(): { UNSTABLE_portalContainer: Element } {
  return { UNSTABLE_portalContainer: must(document.getElementById("overlays")) };
}
