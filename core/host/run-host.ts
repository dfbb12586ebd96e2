import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { serve } from "../api/serve.ts";
import { createWorlds, type Worlds } from "../app.ts";
import { CallFailed } from "../contract/failure.ts";
import type { Clock } from "../shared/clock.ts";
import { createFileSecretBox } from "./file-secret-box.ts";
import { readHostArguments, USAGE, type HostArguments } from "./host-arguments.ts";
import { openBrowser } from "./open-browser.ts";
import { createFileLog, type FileLog } from "./pino-log.ts";
import { serveHost, type HostServer } from "./serve.ts";
import { systemClock, systemMachine, systemRandom } from "./system-ports.ts";

const USUAL_PORT = 4877;
const TOKEN_BYTES = 32;
/** Mail handed to a server is waited for at most 10 seconds; what takes longer than this hangs. */
const LONGEST_STOP_MS = 20_000;

/**
 * The headless host's command: opens the data folder, listens and prints the address; resolves with the exit code so
 * far. It ends itself when it is told to stop. What a person can mend is one sentence on stderr and exit code 1.
 */
export async function runHost(
  args: readonly string[],
  clock: Clock = systemClock,
): Promise<number> {
  try {
    const options = readHostArguments(args, {
      platform: process.platform,
      env: process.env,
      home: homedir(),
    });
    if (options.isHelp) console.log(USAGE);
    else await run(options, clock);
    return 0;
  } catch (error) {
    console.error(error instanceof CallFailed ? error.message : error);
    return 1;
  }
}

async function run({ dataFolder, port, opensBrowser }: HostArguments, clock: Clock): Promise<void> {
  const { pageFolder, assetsFolder } = findFolders();
  const token = Buffer.from(systemRandom(TOKEN_BYTES)).toString("base64url");
  // The port is had before the data is opened: where it is taken, no engine was started for nothing. Nobody can come
  // in before the worlds are there, since the token is told only then.
  let worlds: Worlds | undefined;
  const host = await listen(port, {
    pageFolder,
    token,
    onConnection: (pipe) => (worlds ? serve(worlds, pipe) : pipe.close()),
  });
  const log = createFileLog(join(dataFolder, "logs"));
  try {
    worlds = await createWorlds({
      dataFolder,
      assetsFolder,
      clock,
      random: systemRandom,
      secrets: createFileSecretBox(join(dataFolder, "secret.key")),
      fetch: globalThis.fetch,
      log,
      machine: systemMachine(),
    });
  } catch (error) {
    await host.close();
    throw error;
  }
  stopOnSignal(host, worlds, log);
  const url = `http://127.0.0.1:${host.port}/#token=${token}`;
  console.log(`Dripline is open at ${url}`);
  if (opensBrowser) openBrowser(url);
}

type Listening = Omit<Parameters<typeof serveHost>[0], "port">;

async function listen(port: number | undefined, options: Listening): Promise<HostServer> {
  if (port !== undefined) return serveHost({ ...options, port });
  try {
    return await serveHost({ ...options, port: USUAL_PORT });
  } catch {
    return serveHost({ ...options, port: 0 });
  }
}

/** Stops once, however often it is asked: a terminal and npm may both pass the same Ctrl+C on. */
function stopOnSignal(host: HostServer, worlds: Worlds, log: FileLog): void {
  let isStopping = false;
  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => {
      log.error("stopping took too long");
      process.exit(1);
    }, LONGEST_STOP_MS).unref();
    try {
      await host.close();
      await worlds.stop();
      log.close();
      process.exit(0);
    } catch (error) {
      log.error("stopping failed", { error });
      process.exit(1);
    }
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void stop());
  // What nobody foresaw: the state of this process is unknown, what is committed is safe.
  process.on("uncaughtException", (error) => {
    log.error("the host failed", { error });
    console.error(error);
    process.exit(1);
  });
}

/** The built page and the assets, seen from the bundle in dist/core/ or from the source in core/host/. */
function findFolders(): { pageFolder: string; assetsFolder: string } {
  const here = import.meta.dirname;
  const isBundled = basename(dirname(here)) === "dist";
  return {
    pageFolder: join(here, isBundled ? "../renderer" : "../../dist/renderer"),
    assetsFolder: join(here, isBundled ? "../assets" : "../../assets"),
  };
}
