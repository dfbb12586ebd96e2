// Runs sandboxed before the page, in a world of its own; built as one CommonJS file. All the page gets of Electron.
import { contextBridge, ipcRenderer } from "electron";
import {
  ASK_FOR_PORT,
  IS_START_AT_LOGIN,
  NOTIFY,
  OPEN_LINK,
  PORT_CHANNEL,
  SET_START_AT_LOGIN,
  SHOW_DATA_FOLDER,
} from "./shell-channels.ts";

/** What is used of the page's own window; the rest of this folder has none. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};

contextBridge.exposeInMainWorld("driplineShell", {
  askForPort: () => ipcRenderer.send(ASK_FOR_PORT),
  openLink: (url: string) => ipcRenderer.send(OPEN_LINK, url),
  notify: (title: string, body: string) => ipcRenderer.send(NOTIFY, title, body),
  showDataFolder: () => ipcRenderer.send(SHOW_DATA_FOLDER),
  isStartAtLogin: () => ipcRenderer.invoke(IS_START_AT_LOGIN),
  setStartAtLogin: (isOn: boolean) => ipcRenderer.invoke(SET_START_AT_LOGIN, isOn),
});

// A port cannot cross the bridge; it can be posted to the page, and to no other page.
ipcRenderer.on(PORT_CHANNEL, (event) => {
  window.postMessage(PORT_CHANNEL, window.location.origin, event.ports);
});
