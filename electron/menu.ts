import type { MenuItemConstructorOptions } from "electron";

export interface MenuOptions {
  readonly isMac: boolean;
  /** Developers' tools are for those who run it from source. */
  readonly isPackaged: boolean;
  readonly isSafeMode: boolean;
}

export interface MenuActions {
  openWindow(): void;
  showDataFolder(): void;
  leaveSafeMode(): void;
}

/** The application's menu. Editing and zooming by keyboard work through it. */
export function menuTemplate(
  { isMac, isPackaged, isSafeMode }: MenuOptions,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const file: MenuItemConstructorOptions = {
    label: "File",
    submenu: [
      { label: "Open Dripline's window", click: () => actions.openWindow() },
      { label: "Show data folder", click: () => actions.showDataFolder() },
      ...(isSafeMode
        ? [{ label: "Switch sending on again", click: () => actions.leaveSafeMode() }]
        : []),
      { type: "separator" },
      isMac ? { role: "close" } : { role: "quit", label: "Quit Dripline" },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: "View",
    submenu: [
      { role: "resetZoom" },
      { role: "zoomIn" },
      { role: "zoomOut" },
      { role: "togglefullscreen" },
      ...(isPackaged
        ? []
        : [
            { type: "separator" as const },
            { role: "reload" as const },
            { role: "toggleDevTools" as const },
          ]),
    ],
  };
  return [
    ...(isMac ? [{ role: "appMenu" as const }] : []),
    file,
    { role: "editMenu" },
    view,
    { role: "windowMenu" },
  ];
}
