/** What is known of the computer where the data folder is looked for. */
export interface Computer {
  /** As Node names it: "win32", "darwin", "linux", … */
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where Dripline keeps its data unless told otherwise; the same for the desktop app and the headless host. */
export function defaultDataFolder({ platform, env, home }: Computer): string {
  if (platform === "win32") return `${env["APPDATA"] || `${home}\\AppData\\Roaming`}\\Dripline`;
  if (platform === "darwin") return `${home}/Library/Application Support/Dripline`;
  // A relative XDG_DATA_HOME is to be ignored: XDG Base Directory Specification.
  const base = env["XDG_DATA_HOME"];
  return `${base?.startsWith("/") ? base : `${home}/.local/share`}/Dripline`;
}
