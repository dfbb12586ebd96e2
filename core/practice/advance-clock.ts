import type { RunningEngine } from "../engine/create-engine.ts";
import type { Instant } from "../shared/clock.ts";

/** A clock that somebody moves. */
export interface MovableClock {
  wall(): Instant;
  moveTo(at: Instant): void;
}

/**
 * Moves the clock to `target`, stopping wherever something falls due so that everything happens at its own
 * time. Returns how many mails left on the way.
 */
export async function advanceTo(
  engine: Pick<RunningEngine, "runDue" | "nextDueAt">,
  clock: MovableClock,
  target: Instant,
): Promise<number> {
  let sent = await engine.runDue();
  for (let next = engine.nextDueAt(); next !== null && next <= target; next = engine.nextDueAt()) {
    // A step of at least a second, so that work put off by a moment cannot hold the clock.
    clock.moveTo(Math.max(next, clock.wall() + 1000));
    sent += await engine.runDue();
  }
  clock.moveTo(target);
  return sent + (await engine.runDue());
}
