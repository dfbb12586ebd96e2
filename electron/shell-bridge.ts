import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from "electron";
import { isOutsideLink, isOwnPage } from "./own-page.ts";
import {
  ASK_FOR_PORT,
  IS_START_AT_LOGIN,
  NOTIFY,
  OPEN_LINK,
  SET_START_AT_LOGIN,
  SHOW_DATA_FOLDER,
} from "./shell-channels.ts";

/** Longer texts are cut by every system anyway. */
const MAX_NOTICE = 500;

export interface ShellActions {
  givePort(page: WebContents): void;
  openOutside(url: string): void;
  notify(title: string, body: string): void;
  showDataFolder(): void;
  isStartAtLogin(): boolean;
  setStartAtLogin(isOn: boolean): void;
}

/** Answers the preload script. Nothing is done for a frame that is not our own page, nor with what is not as agreed. */
export function answerShell(ipc: IpcMain, actions: ShellActions): void {
  function listen(
    channel: string,
    action: (page: WebContents, ...args: readonly unknown[]) => void,
  ): void {
    ipc.on(channel, (event, ...args: readonly unknown[]) => {
      if (isFromOwnPage(event)) action(event.sender, ...args);
    });
  }

  listen(ASK_FOR_PORT, (page) => actions.givePort(page));
  listen(OPEN_LINK, (_page, url) => {
    if (typeof url === "string" && isOutsideLink(url)) actions.openOutside(url);
  });
  listen(NOTIFY, (_page, title, body) => {
    if (typeof title === "string" && typeof body === "string")
      actions.notify(title.slice(0, MAX_NOTICE), body.slice(0, MAX_NOTICE));
  });
  listen(SHOW_DATA_FOLDER, () => actions.showDataFolder());
  ipc.handle(IS_START_AT_LOGIN, (event) => isFromOwnPage(event) && actions.isStartAtLogin());
  ipc.handle(SET_START_AT_LOGIN, (event, isOn: unknown) => {
    if (isFromOwnPage(event) && typeof isOn === "boolean") actions.setStartAtLogin(isOn);
  });
}

/** The window's own frame, showing our page; the frame is null where it has moved on meanwhile. */
function isFromOwnPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}
