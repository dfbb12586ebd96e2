import { app, Menu, nativeImage, Tray, type MenuItemConstructorOptions } from "electron";
import { MINUTE } from "#core/shared/clock.ts";
import {
  sendingLine,
  trayItems,
  type TrayAction,
  type TrayItem,
  type TrayState,
} from "./tray-items.ts";

/** Icons of the tray are this many pixels high on most systems. */
const ICON_PIXELS = 22;

export interface TrayMenu {
  show(state: TrayState): void;
}

/** Puts Dripline into the tray: what is sent next, pause, open, quit. */
export function createTray(iconPath: string, act: (action: TrayAction) => void): TrayMenu {
  const icon = nativeImage.createFromPath(iconPath);
  const tray = new Tray(icon.resize({ width: ICON_PIXELS, height: ICON_PIXELS }));
  let state: TrayState = { status: undefined, isSafeMode: false };

  function draw(): void {
    const locale = { language: app.getLocale() || "en", zone: undefined };
    const now = Date.now();
    const items = trayItems(state, now, locale).map((item) => menuItem(item, act));
    tray.setContextMenu(Menu.buildFromTemplate(items));
    tray.setToolTip(`Dripline: ${sendingLine(state, now, locale)}`);
  }

  tray.on("click", () => act("open"));
  // "today" becomes another day, and "next" becomes now, without anything being told.
  setInterval(draw, MINUTE).unref();
  draw();
  return {
    show(next) {
      state = next;
      draw();
    },
  };
}

function menuItem(item: TrayItem, act: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case "text":
      return { label: item.label, enabled: false };
    case "line":
      return { type: "separator" };
    case "action":
      return { label: item.label, click: () => act(item.action) };
  }
}
