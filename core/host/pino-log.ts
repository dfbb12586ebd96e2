import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { pino, stdSerializers } from "pino";
import type { Log } from "../shared/log.ts";

const MEGABYTE = 1024 * 1024;
const MAX_BYTES = 5 * MEGABYTE;
/** Older files kept beside the one written to: dripline.log.1 is the younger of two. */
const KEPT_FILES = 2;
const SECRET_KEYS = ["password", "pass", "token", "secret", "key", "authorization"];

export interface FileLog extends Log {
  close(): void;
}

/**
 * Writes lines of JSON to `dripline.log` of the folder. The file is opened at the first line, so that a folder in
 * use by another Dripline stays untouched; a log that cannot be written never stops the product.
 */
export function createFileLog(folder: string, options: { maxBytes?: number } = {}): FileLog {
  const file = rotatingFile(join(folder, "dripline.log"), options.maxBytes ?? MAX_BYTES);
  const logger = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { error: stdSerializers.err },
      redact: [...SECRET_KEYS, ...SECRET_KEYS.map((key) => `*.${key}`)],
    },
    file,
  );
  return {
    debug: (message, fields) => logger.debug(fields ?? {}, message),
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    error: (message, fields) => logger.error(fields ?? {}, message),
    close: () => file.close(),
  };
}

function rotatingFile(path: string, maxBytes: number) {
  let file: number | undefined;
  let size = 0;

  function open(): number {
    mkdirSync(dirname(path), { recursive: true });
    const opened = openSync(path, "a", 0o600);
    size = fstatSync(opened).size;
    return opened;
  }

  function close(): void {
    if (file !== undefined) closeSync(file);
    file = undefined;
  }

  function rotate(): void {
    close();
    for (let age = KEPT_FILES; age > 0; age--) {
      const younger = age === 1 ? path : `${path}.${age - 1}`;
      try {
        renameSync(younger, `${path}.${age}`);
      } catch {
        // There is no younger file yet.
      }
    }
  }

  return {
    close,
    write(line: string): void {
      try {
        file ??= open();
        if (size > 0 && size + line.length > maxBytes) {
          rotate();
          file = open();
        }
        size += writeSync(file, line);
      } catch {
        // A full or read-only disk is told by what a person asked for, not by the log of it.
      }
    },
  };
}
