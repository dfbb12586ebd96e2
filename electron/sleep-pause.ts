import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Sending {
  status(): { readonly isPaused: boolean };
  setPaused(isPaused: boolean): void;
}

export interface SleepPause {
  fallAsleep(): void;
  wakeUp(): void;
}

/**
 * Holds sending while the computer sleeps: a mail begun just before would break off in mid-air and be uncertain. The
 * pause is kept with the data, so a file beside it remembers that it was sleep that paused and not the owner; whoever
 * is next to open the data after a flat battery ends it.
 */
export function createSleepPause(dataFolder: string, sending: Sending): SleepPause {
  const mark = join(dataFolder, "paused-for-sleep");
  return {
    fallAsleep() {
      if (sending.status().isPaused) return;
      writeFileSync(mark, "");
      sending.setPaused(true);
    },
    wakeUp() {
      if (!existsSync(mark)) return;
      sending.setPaused(false);
      rmSync(mark, { force: true });
    },
  };
}
