// The entry of the core process: the whole product in a process of its own, so that no import, query or mail server
// can freeze a window. Nothing is loaded before the check: the database's binary ends an older Node without a word.
import { join } from "node:path";
import { CallFailed } from "#core/contract/failure.ts";
import type { App, AppPorts, Worlds } from "#core/app.ts";
import type { SecretBox } from "#core/shared/secret-box.ts";
import type { StartCore, ToCore } from "./core-messages.ts";
import { runCore, type OpenCore } from "./run-core.ts";

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 24) {
  console.error(`Dripline's core needs Node 24 or newer, and this is ${process.versions.node}.`);
  process.exit(1);
}

const { createApp, createWorlds } = await import("#core/app.ts");
const { serve } = await import("#core/api/serve.ts");
const { createFileSecretBox } = await import("#core/host/file-secret-box.ts");
const { createFileLog } = await import("#core/host/pino-log.ts");
const { systemClock, systemMachine, systemRandom } = await import("#core/host/system-ports.ts");

type Ports = Omit<AppPorts, "world">;
let log: ReturnType<typeof createFileLog> | undefined;

runCore({
  onMessage(listener) {
    process.parentPort.on("message", ({ data, ports }) => listener(data as ToCore, ports));
  },
  tell(message) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
    process.parentPort.postMessage(message);
  },
  open,
  createFileBox: (dataFolder) => createFileSecretBox(join(dataFolder, "secret.key")),
  fail,
  exit: () => process.exit(0),
});
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

async function open(start: StartCore, secrets: SecretBox): Promise<OpenCore> {
  const { dataFolder, assetsFolder, isSafeMode } = start;
  log = createFileLog(join(dataFolder, "logs"));
  const ports: Ports = {
    dataFolder,
    assetsFolder,
    clock: systemClock,
    random: systemRandom,
    secrets,
    fetch: globalThis.fetch,
    log,
    machine: systemMachine(),
  };
  const worlds = isSafeMode ? await createSafeWorlds(ports) : await createWorlds(ports);
  const real = await worlds.get("real");
  return {
    serve: (pipe) => serve(worlds, pipe),
    onChange: (listener) => real.onChange(() => listener()),
    status: () => real.status(),
    setPaused: (isPaused) => real.setPaused(isPaused),
    stop: () => worlds.stop(),
  };
}

/** The owner's data, opened to be looked at and mended: nothing is sent or heard, and practice stays closed. */
async function createSafeWorlds(ports: Ports): Promise<Worlds> {
  const real: App = await createApp({ ...ports, world: "real" });
  return {
    async get(world) {
      if (world === "real") return real;
      throw new CallFailed({
        code: "conflict",
        message: "Practice is closed in safe mode. Switch sending on again first, in the menu.",
      });
    },
    onPush: (listener) => real.onChange((topic) => listener("real", topic)),
    explain(error, what) {
      ports.log.error("a call failed in safe mode", { what, error });
      const message = "Something went wrong inside Dripline. The log has the details.";
      return { code: "internal", message };
    },
    stop: () => real.stop(),
  };
}

function fail(error: unknown): void {
  log?.error("the core process failed", { error });
  console.error(error);
  process.exit(1);
}
