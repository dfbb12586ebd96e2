import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CallFailed } from "../contract/failure.ts";
import { type Computer, defaultDataFolder } from "../shared/data-folder.ts";

export const USAGE = `Dripline without a window, for the browser
  --data DIR   where the data is, instead of the usual folder
  --port N     the port to listen on, instead of 4877 or, where that is taken, any other
  --no-open    do not open the browser`;

export interface HostArguments {
  readonly dataFolder: string;
  /** Undefined: the usual one, or any other where that is taken. */
  readonly port: number | undefined;
  readonly opensBrowser: boolean;
  readonly isHelp: boolean;
}

/** Reads the command line. Throws `CallFailed` with a sentence where it cannot be understood. */
export function readHostArguments(args: readonly string[], computer: Computer): HostArguments {
  const { data, port, open, headless: _headless, help } = parse(args);
  return {
    dataFolder: data === undefined ? defaultDataFolder(computer) : resolve(data),
    port: port === undefined ? undefined : readPort(port),
    opensBrowser: open,
    isHelp: help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        data: { type: "string" },
        port: { type: "string" },
        open: { type: "boolean", default: true },
        // What `npm start` is told to come here; nothing is left to do for it.
        headless: { type: "boolean", default: true },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw refusal(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw refusal(`--port ${text} is no port. Give a number from 1 to 65535.`);
  return port;
}

function refusal(message: string): CallFailed {
  return new CallFailed({ code: "invalid", message });
}
