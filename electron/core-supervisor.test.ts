import { describe, expect, test, vi } from "vitest";
import type { FakeMenuItem } from "./fake-electron.ts";
import {
  clickTray,
  crash,
  electron,
  settle,
  start,
  theCore,
  theTray,
  useFakeDesktop,
} from "./fake-desktop.ts";

useFakeDesktop();

function menuLabels(menu: readonly FakeMenuItem[]): string[] {
  return menu.flatMap((item) => [item.label ?? item.role ?? "", ...menuLabels(item.submenu ?? [])]);
}

describe("The core", () => {
  test("is started again after a crash, later each time, and in safe mode after the third", async () => {
    await start();
    for (const delay of [500, 1000]) {
      crash();
      await vi.advanceTimersByTimeAsync(delay - 1);
      const before = electron.cores.length;
      await vi.advanceTimersByTimeAsync(1);
      expect(electron.cores).toHaveLength(before + 1);
      expect(theCore().heard[0]?.message).toMatchObject({ isSafeMode: false });
    }
    crash();
    await vi.advanceTimersByTimeAsync(2000);
    expect(theCore().heard[0]?.message).toMatchObject({ kind: "start", isSafeMode: true });
    expect(electron.dialog.asked[0]?.message).toContain("sending is off");
    expect(theTray().menu[0]?.label).toBe("Safe mode: sending is off");
    expect(menuLabels(electron.Menu.applicationMenu)).toContain("Switch sending on again");
  });

  test("leaves safe mode by a click in the tray, after the old process has ended", async () => {
    await start();
    for (const delay of [500, 1000, 2000]) {
      crash();
      await vi.advanceTimersByTimeAsync(delay);
    }
    const safe = theCore();
    clickTray("Switch sending on again");
    expect(safe.kindsHeard().at(-1)).toBe("stop");
    expect(theCore()).toBe(safe);
    safe.emit("exit", 0);
    expect(theCore()).not.toBe(safe);
    expect(theCore().heard[0]?.message).toMatchObject({ isSafeMode: false });
    expect(theTray().menu[0]?.label).toBe("Starting …");
  });

  test("that cannot open the data is told about, and tried again on a click", async () => {
    await start();
    const message = "Another Dripline has this data folder open.";
    theCore().emit("message", { kind: "refused", message });
    expect(electron.dialog.asked[0]?.detail).toBe(message);
    expect(theCore().isKilled).toBe(true);
    await settle();
    expect(electron.cores).toHaveLength(2);
  });

  test("that cannot open the data lets the app end on the other click", async () => {
    await start();
    electron.dialog.answer = 1;
    theCore().emit("message", { kind: "refused", message: "It is damaged." });
    await settle();
    expect(electron.app.hasQuit).toBe(true);
    expect(electron.cores).toHaveLength(1);
  });

  test("is told when the computer sleeps and wakes", async () => {
    await start();
    electron.powerMonitor.emit("suspend");
    electron.powerMonitor.emit("resume");
    expect(theCore().kindsHeard()).toEqual(["start", "suspend", "resume"]);
  });
});

describe("The tray", () => {
  test("shows what the core tells, and pauses and resumes", async () => {
    await start();
    expect(theTray().menu[0]?.label).toBe("Starting …");
    theCore().emit("message", { kind: "status", nextSendAt: null, isPaused: false, waiting: 0 });
    expect(theTray().menu[0]).toMatchObject({
      label: "Nothing is planned to be sent",
      enabled: false,
    });
    expect(theTray().toolTip).toContain("Nothing is planned");
    clickTray("Pause all sending");
    expect(theCore().heard.at(-1)?.message).toEqual({ kind: "pause", isPaused: true });
    theCore().emit("message", { kind: "status", nextSendAt: null, isPaused: true, waiting: 0 });
    clickTray("Resume sending");
    expect(theCore().heard.at(-1)?.message).toEqual({ kind: "pause", isPaused: false });
    crash();
    expect(theTray().menu[0]?.label).toBe("Starting …");
  });
});

describe("Quitting", () => {
  test("waits until the core has stopped", async () => {
    await start();
    clickTray("Quit Dripline");
    clickTray("Quit Dripline");
    await settle();
    expect(electron.app.hasQuit).toBe(false);
    expect(theCore().kindsHeard()).toEqual(["start", "stop"]);
    theCore().emit("exit", 0);
    await settle();
    expect(electron.app.hasQuit).toBe(true);
    expect(electron.cores).toHaveLength(1);
  });

  test("does not wait for a core that hangs for longer than fifteen seconds", async () => {
    await start();
    electron.powerMonitor.emit("shutdown");
    await vi.advanceTimersByTimeAsync(14_999);
    expect(electron.app.hasQuit).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    expect(theCore().isKilled).toBe(true);
    expect(electron.app.hasQuit).toBe(true);
  });

  test("ends at once while the core is down, and does not start it again", async () => {
    await start();
    crash();
    electron.app.quit();
    await settle();
    expect(electron.app.hasQuit).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(electron.cores).toHaveLength(1);
  });
});
