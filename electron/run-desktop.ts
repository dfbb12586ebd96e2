import { join } from "node:path";
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  type MessagePortMain,
  Notification,
  powerMonitor,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from "electron";
import { servePage } from "./app-protocol.ts";
import type { CoreStatus, FromCore } from "./core-messages.ts";
import { superviseCore } from "./core-supervisor.ts";
import { lockDown } from "./lock-down.ts";
import { createLoginItem, isStartedAtLogin } from "./login-item.ts";
import { menuTemplate } from "./menu.ts";
import { createPagePorts } from "./page-ports.ts";
import { watchPower } from "./power.ts";
import { quitGently } from "./quit-gently.ts";
import { answerSecret, hasKeyStore } from "./secret-box.ts";
import { answerShell } from "./shell-bridge.ts";
import type { TrayAction } from "./tray-items.ts";
import { createTray } from "./tray.ts";
import { openWindow } from "./window.ts";

export interface DesktopOptions {
  readonly dataFolder: string;
  /** Where this program's files are: dist/electron/. */
  readonly here: string;
}

/** Runs the desktop app. Electron must be ready. */
export async function runDesktop({ dataFolder, here }: DesktopOptions): Promise<void> {
  const assetsFolder = join(here, "..", "assets");
  const iconPath = join(assetsFolder, "icons", "icon.png");
  const canSeal = await hasKeyStore(safeStorage, process.platform);
  let status: CoreStatus | undefined;
  let window: BrowserWindow | undefined;

  const core = superviseCore<MessagePortMain>({
    fork: () =>
      utilityProcess.fork(join(here, "core-process.js"), [], { serviceName: "Dripline core" }),
    startMessage: (isSafeMode) => ({
      kind: "start",
      dataFolder,
      assetsFolder,
      isSafeMode,
      hasKeyStore: canSeal,
    }),
    now: () => performance.now(),
    after(ms, action) {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
    onMessage: hear,
    onStarted() {
      ports.giveAll();
      draw();
    },
    onCrash() {
      status = undefined;
      draw();
    },
    onSafeMode: tellSafeMode,
  });
  const ports = createPagePorts((port) => core.post({ kind: "page" }, [port]));
  const tray = createTray(iconPath, act);
  const loginItem = createLoginItem({
    app,
    platform: process.platform,
    // In an AppImage the program lies in a folder that is gone after the next start.
    command: [
      process.env["APPIMAGE"] ?? process.execPath,
      ...(app.isPackaged ? [] : [app.getAppPath()]),
    ],
    configFolder: app.getPath("appData"),
  });

  lockDown(app, session.defaultSession, openOutside);
  servePage(session.defaultSession.protocol, join(here, "..", "renderer"));
  answerShell(ipcMain, {
    givePort: (page) => ports.give(page),
    openOutside,
    notify,
    showDataFolder,
    isStartAtLogin: () => loginItem.isOn(),
    setStartAtLogin: (isOn) => loginItem.set(isOn),
  });
  watchPower(powerMonitor, {
    fallAsleep: () => core.post({ kind: "suspend" }),
    wakeUp: () => core.post({ kind: "resume" }),
    quit: () => app.quit(),
  });
  quitGently(app, () => core.stop());
  // Sending goes on in the tray when the window is closed.
  app.on("window-all-closed", () => {});
  app.on("second-instance", showWindow);
  app.on("activate", showWindow);

  core.start();
  if (!isStartedAtLogin(app, process.platform, process.argv)) showWindow();

  function hear(message: FromCore): void {
    switch (message.kind) {
      case "ready":
        break;
      case "status":
        status = message;
        draw();
        break;
      case "seal":
      case "open":
        void answerSecret(safeStorage, message).then((answer) => core.post(answer));
        break;
      case "refused":
        void tellRefusal(message.message);
        break;
    }
  }

  function draw(): void {
    const isSafeMode = core.isSafeMode();
    tray.show({ status, isSafeMode });
    const options = {
      isMac: process.platform === "darwin",
      isPackaged: app.isPackaged,
      isSafeMode,
    };
    const template = menuTemplate(options, {
      openWindow: showWindow,
      showDataFolder,
      leaveSafeMode: () => act("leave-safe-mode"),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  function act(action: TrayAction): void {
    switch (action) {
      case "open":
        showWindow();
        break;
      case "pause":
      case "resume":
        core.post({ kind: "pause", isPaused: action === "pause" });
        break;
      case "leave-safe-mode":
        status = undefined;
        core.leaveSafeMode();
        draw();
        break;
      case "quit":
        app.quit();
        break;
    }
  }

  function showWindow(): void {
    if (window && !window.isDestroyed()) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return;
    }
    window = openWindow({
      preloadPath: join(here, "preload.cjs"),
      iconPath,
      isPackaged: app.isPackaged,
    });
  }

  function openOutside(url: string): void {
    // A computer without a mail program: nothing happens, and nothing is broken.
    shell.openExternal(url).catch(() => {});
  }

  function showDataFolder(): void {
    void shell.openPath(dataFolder);
  }

  function notify(title: string, body: string): void {
    if (!Notification.isSupported()) return;
    const notice = new Notification({ title, body });
    notice.on("click", showWindow);
    notice.show();
  }

  async function tellRefusal(detail: string): Promise<void> {
    const { response } = await dialog.showMessageBox({
      type: "error",
      message: "Dripline cannot open its data",
      detail,
      buttons: ["Try again", "Quit"],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0) core.start();
    else app.quit();
  }

  function tellSafeMode(): void {
    void askAboutSafeMode();
  }

  async function askAboutSafeMode(): Promise<void> {
    draw();
    showWindow();
    const question = {
      type: "warning" as const,
      message: "Dripline runs in safe mode: sending is off",
      detail:
        "Its core ended three times within five minutes. You can look at everything and change it; nothing is sent, and opens and clicks are not heard, until you switch sending on again, here or in the menu. The log is in the data folder, under “logs”.",
      buttons: ["Stay in safe mode", "Switch sending on again"],
      defaultId: 0,
      cancelId: 0,
    };
    const { response } = window
      ? await dialog.showMessageBox(window, question)
      : await dialog.showMessageBox(question);
    if (response === 1) act("leave-safe-mode");
  }
}
