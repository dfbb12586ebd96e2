import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { Log, LogFields } from "../shared/log.ts";
import { ConfigProblem, hasKeys, keysFromText, readKeys, renewKeys } from "./relay-config.ts";
import { startRelay } from "./start-relay.ts";

const USAGE = `relay [options]
  --init           make the keys, print the relay key once, and end
  --new-key        make another relay key, and end; links already sent stay good
  --restored       once after putting back a backup: no number is given twice
  --data DIR       where keys and events are (relay-data)
  --port N         (8787)
  --host ADDRESS   (127.0.0.1: behind a TLS proxy on the same machine)
  --site ORIGIN    a site of yours that may report page views, as https://shop.example.com; may be repeated
The relay key can also come from the environment, as DRIPLINE_RELAY_KEY.`;

/** The relay's command. Resolves once it listens, or has done what was asked. */
export async function runRelay(args: readonly string[]): Promise<void> {
  try {
    await obey(args);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

async function obey(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      init: { type: "boolean", default: false },
      "new-key": { type: "boolean", default: false },
      restored: { type: "boolean", default: false },
      data: { type: "string", default: "relay-data" },
      port: { type: "string", default: "8787" },
      host: { type: "string", default: "127.0.0.1" },
      site: { type: "string", multiple: true, default: [] },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  if (values.init || values["new-key"]) return makeKeys(values.data, values.init);

  const fromEnvironment = process.env["DRIPLINE_RELAY_KEY"];
  const relay = await startRelay({
    dataFolder: values.data,
    keys: fromEnvironment === undefined ? readKeys(values.data) : keysFromText(fromEnvironment),
    host: values.host,
    port: readPort(values.port),
    sites: values.site.map(readSite),
    isRestored: values.restored,
    clock: { wall: () => Date.now() },
    random: (bytes) => randomBytes(bytes),
    log,
  });
  console.log(`The relay listens at ${relay.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void relay.close().then(() => process.exit(0)));
}

function makeKeys(dataFolder: string, isFirst: boolean): void {
  if (isFirst && hasKeys(dataFolder))
    throw new ConfigProblem(
      "This relay has its keys already. --new-key makes another relay key; links already sent stay good.",
    );
  const key = renewKeys(dataFolder, (bytes) => randomBytes(bytes));
  console.log("The relay key, shown this once. Paste it into Dripline under Settings → Relay:");
  console.log(key);
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new ConfigProblem(`--port ${text} is no port: give 1 to 65535.`);
  return port;
}

function readSite(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol))
    throw new ConfigProblem(`--site ${text} is no site. It looks like https://shop.example.com.`);
  return url.origin;
}

function sentenceOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof ConfigProblem) return error.message;
  if (code === "EADDRINUSE")
    return "The port is taken. Give another with --port, or stop what uses it.";
  if (code === "EACCES") return `The relay may not do that: ${message}`;
  if (code?.startsWith("ERR_PARSE_ARGS")) return `${message}\n\n${USAGE}`;
  return `The relay cannot start: ${message ?? String(error)}`;
}

/** One line each, for the system's journal. */
const log: Log = {
  debug() {},
  info: (message, fields) => console.log(line(message, fields)),
  warn: (message, fields) => console.error(line(message, fields)),
  error: (message, fields) => console.error(line(message, fields)),
};

function line(message: string, fields?: LogFields): string {
  return fields ? `${message} ${JSON.stringify(fields)}` : message;
}
