import type { Instant } from "../shared/clock.ts";

/** The running engine, as handlers see it. */
export interface Engine {
  /** Something changed that may be due now: look again without waiting for the next tick. */
  kick(): void;
  status(): { nextSendAt: Instant | null; isPaused: boolean; waiting: number };
  setPaused(isPaused: boolean): void;
}
