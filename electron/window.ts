import { BrowserWindow, dialog, nativeTheme } from "electron";
import { afterCrash, noCrashes } from "./crash-history.ts";
import { PAGE_URL } from "./own-page.ts";

/** The page's own background in light and dark, so that nothing flashes before it is drawn. */
const BACKGROUND = { light: "#ffffff", dark: "#131316" };

export interface WindowOptions {
  readonly preloadPath: string;
  readonly iconPath: string;
  readonly isPackaged: boolean;
}

/** Opens Dripline's window. */
export function openWindow({ preloadPath, iconPath, isPackaged }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: "Dripline",
    width: 1280,
    height: 860,
    minWidth: 880,
    minHeight: 600,
    show: false,
    icon: iconPath,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      devTools: !isPackaged,
    },
  });
  window.once("ready-to-show", () => window.show());
  reloadAfterCrash(window);
  void window.loadURL(PAGE_URL);
  return window;
}

/** The core goes on without its page; the page is drawn again, unless that keeps failing. */
function reloadAfterCrash(window: BrowserWindow): void {
  let history = noCrashes;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    history = afterCrash(history, performance.now()).history;
    if (!history.isSafeMode) {
      window.webContents.reload();
      return;
    }
    dialog.showErrorBox(
      "Dripline's window cannot be shown",
      "It ended three times in a few minutes. Sending goes on in the background. Close other programs, then quit Dripline and start it again.",
    );
  });
}
