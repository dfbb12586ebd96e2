// A desktop for the tests of this folder: the app started anew under a faked Electron, in a data folder of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import { must } from "#core/shared/assert.ts";
import type * as Fake from "./fake-electron.ts";

export let electron: typeof Fake;
export let folder: string;

/** Gives every test of the file a new Electron, and the shell's modules loaded anew. */
export function useFakeDesktop(): void {
  const realArgs = process.argv;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "dripline-desktop-"));
    vi.resetModules();
    vi.doMock("electron", () => import("./fake-electron.ts"));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "setInterval"] });
    electron = (await import("electron")) as unknown as typeof Fake;
  });
  afterEach(() => {
    vi.useRealTimers();
    process.argv = realArgs;
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Starts the desktop app as its entry does. */
export async function start(...args: readonly string[]): Promise<void> {
  await load(folder, ...args);
  electron.app.ready.resolve();
  await settle();
}

/** Loads the entry over this data folder, before Electron is ready. */
export async function load(dataFolder: string, ...args: readonly string[]): Promise<void> {
  process.argv = ["dripline", "--data", dataFolder, ...args];
  await import("./main.ts");
}

/** Lets everything already promised come to its end. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

export const theWindow = () => must(electron.windows.at(-1));
export const theCore = () => must(electron.cores.at(-1));
export const theTray = () => must(electron.trays.at(-1));

export function clickTray(label: string): void {
  must(theTray().menu.find((item) => item.label === label)?.click, `no item “${label}”`)();
}

export function crash(): void {
  theCore().emit("exit", 11);
}
