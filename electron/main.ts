// The desktop app's entry: everything that must happen before Electron is ready, then the rest. A shell only: the
// product itself runs in the core process, and what a page and the core say to each other never passes through here.
import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { app, dialog } from "electron";
import { defaultDataFolder } from "#core/shared/data-folder.ts";
import { registerPageScheme } from "./app-protocol.ts";
import { runDesktop } from "./run-desktop.ts";

const APP_ID = "app.dripline.desktop";

const { values } = parseArgs({
  args: process.argv.slice(1),
  // Chromium's own flags stand among ours.
  strict: false,
  allowPositionals: true,
  options: { data: { type: "string" } },
});
const dataFolder =
  typeof values["data"] === "string"
    ? resolve(values["data"])
    : defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() });

if (prepare())
  void app.whenReady().then(() => runDesktop({ dataFolder, here: import.meta.dirname }));
else app.quit();

/** True where this is the one Dripline over this data folder, and it may write there. */
function prepare(): boolean {
  app.enableSandbox();
  registerPageScheme();
  // Notices on Windows belong to this id, which the installer gives its shortcut.
  if (process.platform === "win32") app.setAppUserModelId(APP_ID);
  // Chromium keeps its own files apart from the data; the lock below is over this folder.
  const windowFolder = join(dataFolder, "window");
  try {
    mkdirSync(windowFolder, { recursive: true });
  } catch {
    dialog.showErrorBox(
      "Dripline cannot start",
      `Dripline may not write in its data folder (${dataFolder}). Allow it, or choose another folder with --data.`,
    );
    return false;
  }
  app.setPath("userData", windowFolder);
  return app.requestSingleInstanceLock();
}
