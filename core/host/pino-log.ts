import { mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { destination, pino } from "pino";
import type { Log } from "../shared/log.ts";

/** A log this long is put aside at the next start; the one before it goes. */
const LONG = 5 * 1024 * 1024;

/** Lines of JSON in `dripline.log` of the folder, without any transport thread. */
export function createFileLog(folder: string): Log {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "dripline.log");
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LONG)
    renameSync(path, join(folder, "dripline.old.log"));
  const logger = pino(
    { level: "info", base: null, serializers: { error: pino.stdSerializers.err } },
    destination({ dest: path, sync: true }),
  );
  return {
    debug: (message, fields) => logger.debug(fields ?? {}, message),
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    error: (message, fields) => logger.error(fields ?? {}, message),
  };
}
