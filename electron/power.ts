import type { PowerMonitor } from "electron";

export interface PowerActions {
  fallAsleep(): void;
  wakeUp(): void;
  quit(): void;
}

/** Tells when the computer goes to sleep, wakes up, or is about to be switched off. */
export function watchPower(monitor: PowerMonitor, actions: PowerActions): void {
  monitor.on("suspend", () => actions.fallAsleep());
  monitor.on("resume", () => actions.wakeUp());
  monitor.on("shutdown", () => actions.quit());
}
