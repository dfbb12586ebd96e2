import { spawn } from "node:child_process";

interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** What opens `url` in the person's own browser, or undefined where there is no screen to show one. */
export function browserCommand(
  url: string,
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): Command | undefined {
  if (platform === "darwin") return { file: "open", args: [url] };
  // Not "start" of the command shell, which would read "&" in an address as the end of a command.
  if (platform === "win32") return { file: "rundll32", args: ["url.dll,FileProtocolHandler", url] };
  const hasScreen = Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
  return hasScreen ? { file: "xdg-open", args: [url] } : undefined;
}

/** Opens `url` in the browser. Where that fails nothing is lost: the address was printed. */
export function openBrowser(url: string): void {
  const command = browserCommand(url, process.platform, process.env);
  if (!command) return;
  const child = spawn(command.file, command.args, { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
