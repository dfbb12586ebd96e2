import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { serve } from "../api/serve.ts";
import { createWorlds } from "../app.ts";
import { CallFailed } from "../contract/failure.ts";
import { createFileSecretBox } from "./file-secret-box.ts";
import { createFileLog } from "./pino-log.ts";
import { serveHost } from "./serve.ts";
import { systemClock, systemRandom } from "./system-ports.ts";

/** Where Dripline keeps its data when nobody says otherwise. */
export function defaultDataFolder(): string {
  switch (process.platform) {
    case "win32":
      return join(process.env["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "Dripline");
    case "darwin":
      return join(homedir(), "Library", "Application Support", "Dripline");
    default:
      return join(process.env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "Dripline");
  }
}

/** Found from source (core/host) and from the bundle (dist/core) alike. */
function findFolder(...candidates: readonly string[]): string {
  const folders = candidates.map((candidate) => resolve(import.meta.dirname, candidate));
  return folders.find((folder) => existsSync(folder)) ?? folders[0] ?? "";
}

/** Runs until it is told to stop; the number is the process's exit code. Trouble is one sentence on stderr. */
export async function runHost(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: "string" },
        port: { type: "string", default: "0" },
        "no-open": { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new CallFailed({
        code: "invalid",
        message: `--port needs a number from 0 to 65535, not “${values.port}”.`,
      });
    await host({
      dataFolder: resolve(values.data ?? defaultDataFolder()),
      port,
      mayOpen: !values["no-open"],
    });
    return 0;
  } catch (error) {
    if (!(error instanceof CallFailed) && !(error instanceof TypeError)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function host(options: {
  dataFolder: string;
  port: number;
  mayOpen: boolean;
}): Promise<void> {
  const { dataFolder } = options;
  makeFolder(dataFolder);
  const worlds = await createWorlds({
    dataFolder,
    assetsFolder: findFolder("../../assets", "../assets"),
    clock: systemClock,
    random: systemRandom,
    secrets: createFileSecretBox(join(dataFolder, "secret.key")),
    fetch: globalThis.fetch,
    log: createFileLog(join(dataFolder, "logs")),
  });
  const token = randomBytes(24).toString("base64url");
  const server = await serveHost({
    port: options.port,
    token,
    pageFolder: findFolder("../renderer", "../../dist/renderer"),
    onConnection: (pipe) => serve(worlds, pipe),
  }).catch(async (error: unknown) => {
    await worlds.stop();
    throw error;
  });
  const url = `http://127.0.0.1:${server.port}/#token=${token}`;
  console.log(`Dripline is open at ${url}`);
  if (options.mayOpen) openInBrowser(url);
  await new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  await server.close();
  await worlds.stop();
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new CallFailed({
      code: "conflict",
      message: `Dripline cannot make its data folder ${folder}. Choose another one with --data.`,
    });
  }
}

function openInBrowser(url: string): void {
  const [command, ...args] = { win32: ["cmd", "/c", "start", "", url], darwin: ["open", url] }[
    process.platform as string
  ] ?? ["xdg-open", url];
  // A browser that cannot be opened is no trouble: the address was printed.
  spawn(command ?? "xdg-open", args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
