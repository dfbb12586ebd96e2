/** The panel's element, and how to put the focus on the first thing in it that can take it. */
export const PANEL_ID = "step-panel";

export function focusPanel(): void {
  requestAnimationFrame(() => {
    document
      .getElementById(PANEL_ID)
      ?.querySelector<HTMLElement>(
        "[role=tab][aria-selected=true], input:not([type=hidden]), [data-panel-body] button",
      )
      ?.focus();
  });
}
