import type { Instant } from "../shared/clock.ts";

/** What keeps the engine from working at all: a full disk, a folder that cannot be written. */
export interface Trouble {
  readonly text: string;
  /** Since when. */
  readonly at: Instant;
}

/** The running engine, as handlers see it. */
export interface Engine {
  /** Something changed that may be due now: look again without waiting for the next tick. */
  kick(): void;
  status(): {
    nextSendAt: Instant | null;
    isPaused: boolean;
    waiting: number;
    trouble: Trouble | null;
  };
  setPaused(isPaused: boolean): void;
}
