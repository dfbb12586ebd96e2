/** At most this many frames: where nothing takes the focus, the page does not wait for ever. */
const MOST_FRAMES = 20;

/** Runs once a popover or dialog that was just closed has put the focus where it was, to move it on from there. */
export function afterOverlay(run: () => void): void {
  let left = MOST_FRAMES;
  function wait(): void {
    left -= 1;
    if (left > 0 && !hasPageFocus()) requestAnimationFrame(wait);
    else run();
  }
  requestAnimationFrame(wait);
}

function hasPageFocus(): boolean {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && !activeElement.closest("#overlays");
}
