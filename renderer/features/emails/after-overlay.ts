/** How long an overlay takes to give the focus back to its button, in frames. */
const FRAMES = 4;

/** Runs once a popover or dialog that was just closed has put the focus where it was, to move it on from there. */
export function afterOverlay(run: () => void): void {
  let left = FRAMES;
  function wait(): void {
    left -= 1;
    if (left > 0) requestAnimationFrame(wait);
    else run();
  }
  requestAnimationFrame(wait);
}
