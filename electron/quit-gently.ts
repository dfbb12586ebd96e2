import type { App } from "electron";

/** Lets the app end only after `stop`: mail under way is finished, and the database is closed. */
export function quitGently(app: App, stop: () => Promise<void>): void {
  let phase: "open" | "stopping" | "stopped" = "open";
  app.on("before-quit", (event) => {
    if (phase === "stopped") return;
    event.preventDefault();
    if (phase === "stopping") return;
    phase = "stopping";
    void stop().finally(() => {
      phase = "stopped";
      app.quit();
    });
  });
}
