/** What the desktop window offers the page; Electron's preload script puts it on `window`. */
export interface DriplineShell {
  /** Asks for a port to the core; it comes as a window message "dripline:port". */
  askForPort?(): void;
  /** Opens an https or mailto address in the person's own browser or mail program. */
  openLink(url: string): void;
  notify(title: string, body: string): void;
  isStartAtLogin(): Promise<boolean>;
  setStartAtLogin(isOn: boolean): Promise<void>;
}

declare global {
  interface Window {
    readonly driplineShell?: DriplineShell;
  }
}

/** True in the desktop window, false in a browser. */
export const isDesktop = typeof window !== "undefined" && window.driplineShell !== undefined;

/** Opens an https or mailto address outside of Dripline. Other schemes are ignored. */
export function openLink(url: string): void {
  if (!/^(https|mailto):/u.test(url)) return;
  if (window.driplineShell) window.driplineShell.openLink(url);
  else window.open(url, "_blank", "noopener,noreferrer");
}

/** Shows a notice of the system. Only the desktop window has them: in a browser the notices stay in the page. */
export function notify(title: string, body: string): void {
  window.driplineShell?.notify(title, body);
}

/** Whether Dripline starts with the computer; undefined where the page cannot know, in a browser. */
export async function isStartAtLogin(): Promise<boolean | undefined> {
  return window.driplineShell?.isStartAtLogin();
}

export async function setStartAtLogin(isOn: boolean): Promise<void> {
  await window.driplineShell?.setStartAtLogin(isOn);
}
