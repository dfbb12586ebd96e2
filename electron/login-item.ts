import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { App } from "electron";

/** Started with the computer, Dripline shows no window: it works in the tray. */
export const HIDDEN_FLAG = "--hidden";

export interface LoginItem {
  isOn(): boolean;
  set(isOn: boolean): void;
}

export interface LoginItemOptions {
  readonly app: Pick<App, "getLoginItemSettings" | "setLoginItemSettings">;
  readonly platform: string;
  /** The program and what it is started with, without the flag. */
  readonly command: readonly string[];
  readonly configFolder: string;
}

/** Whether Dripline starts with the computer. Electron knows how on macOS and Windows; Linux desktops read a file. */
export function createLoginItem(options: LoginItemOptions): LoginItem {
  const { app, platform, command, configFolder } = options;
  if (platform === "linux") return autostartFile(configFolder, command);
  const [path = "", ...args] = command;
  // Windows keeps one line of text and splits it at spaces.
  const how = { path, args: [...args.map((word) => `"${word}"`), HIDDEN_FLAG] };
  return {
    isOn: () => app.getLoginItemSettings(how).openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ ...how, openAtLogin }),
  };
}

function autostartFile(configFolder: string, command: readonly string[]): LoginItem {
  const path = join(configFolder, "autostart", "dripline.desktop");
  return {
    isOn: () => existsSync(path),
    set(isOn) {
      if (!isOn) {
        rmSync(path, { force: true });
        return;
      }
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, desktopEntry([...command, HIDDEN_FLAG]));
    },
  };
}

/** An autostart entry; quoting after the Desktop Entry Specification, "The Exec key". */
export function desktopEntry(command: readonly string[]): string {
  const exec = command.map(quoted);
  return [
    "[Desktop Entry]",
    "Type=Application",
    "Name=Dripline",
    `Exec=${exec.join(" ")}`,
    "X-GNOME-Autostart-enabled=true",
    "",
  ].join("\n");
}

/** Quoted as an argument, then escaped as a value of the file, where a backslash counts double; "%" would be a field code. */
function quoted(word: string): string {
  const argument = word.replaceAll(/["`$\\]/gu, "\\$&").replaceAll("%", "%%");
  return `"${argument.replaceAll("\\", "\\\\")}"`;
}

/** True where this start came with the computer and not from the person. */
export function isStartedAtLogin(
  app: Pick<App, "getLoginItemSettings">,
  platform: string,
  args: readonly string[],
): boolean {
  if (args.includes(HIDDEN_FLAG)) return true;
  return platform === "darwin" && app.getLoginItemSettings().wasOpenedAtLogin;
}
