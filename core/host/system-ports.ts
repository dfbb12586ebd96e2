import { randomBytes } from "node:crypto";
import type { Clock, Random } from "../shared/clock.ts";

/** The computer's own clock. */
export const systemClock: Clock = {
  wall: () => Date.now(),
  mono: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

export const systemRandom: Random = (bytes) => randomBytes(bytes);
