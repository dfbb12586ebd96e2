import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CallFailed } from "../contract/failure.ts";
import { holdLock, openDb, type WritableDb } from "./db.ts";
import { migrate } from "./migrate.ts";

export interface Storage {
  readonly db: WritableDb;
  readonly path: string;
  /** Closes the database and lets another Dripline have the folder. */
  close(): void;
}

/**
 * Opens the data folder's database for this process alone. The lock is SQLite's own exclusive lock on a
 * tiny file beside it: the system releases it when the process dies, however it dies.
 * Throws `CallFailed` with a sentence where the folder cannot be used; nothing is changed then.
 */
export async function openStorage(dataFolder: string, nowText: string): Promise<Storage> {
  const path = join(dataFolder, "dripline.db");
  let lock: { close(): void } | undefined;
  let db: WritableDb | undefined;
  try {
    mkdirSync(dataFolder, { recursive: true });
    lock = lockFolder(dataFolder);
    db = openDb({ path });
    const opened = db;
    await migrate(opened, async (version) => {
      const folder = join(dataFolder, "backups");
      mkdirSync(folder, { recursive: true });
      await opened.backup(join(folder, `before-upgrade-from-${version}-${nowText}.db`));
    });
    return {
      db: opened,
      path,
      close() {
        opened.close();
        lock?.close();
      },
    };
  } catch (error) {
    db?.close();
    lock?.close();
    throw inWords(error, dataFolder);
  }
}

function lockFolder(dataFolder: string): { close(): void } {
  try {
    return holdLock(join(dataFolder, "engine.lock"));
  } catch (error) {
    if (errorCode(error).startsWith("SQLITE_BUSY")) throw alreadyOpen(dataFolder);
    throw error;
  }
}

function alreadyOpen(dataFolder: string): CallFailed {
  return new CallFailed({
    code: "conflict",
    message: `Another Dripline has this data folder open (${dataFolder}). Use that one, or close it first. Nothing was changed.`,
  });
}

/** The refusal a person can act on where the disk is the trouble; any other error as it is. */
export function inWords(error: unknown, dataFolder: string): unknown {
  const code = errorCode(error);
  const problem = storageSentence(code, dataFolder);
  return problem ? new CallFailed({ code: "conflict", message: problem }) : error;
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

/** What a person is told of an error nobody foresaw. */
export function explainError(error: unknown, dataFolder: string): string {
  return (
    storageSentence(errorCode(error), dataFolder) ??
    "Something went wrong inside Dripline. Nothing was changed; the log has the details."
  );
}

/** What a storage error means for a person, or undefined where it is a bug. Also used while running. */
export function storageSentence(code: string, dataFolder: string): string | undefined {
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
    return `Another program has Dripline's database open (${dataFolder}). Close it and try again. Nothing was changed.`;
  if (code === "SQLITE_FULL" || code === "ENOSPC")
    return `The disk is full, so Dripline cannot save anything in ${dataFolder}. Free some space and try again. Nothing was changed.`;
  if (
    code.startsWith("SQLITE_READONLY") ||
    code === "EACCES" ||
    code === "EROFS" ||
    code === "EPERM" ||
    code === "SQLITE_CANTOPEN"
  )
    return `Dripline may not write in its data folder (${dataFolder}). Allow it, or choose another folder with --data. Nothing was changed.`;
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT"))
    return `Dripline's database in ${dataFolder} is damaged. Put a copy from the folder "backups" in its place. Nothing was changed.`;
  if (code.startsWith("SQLITE_IOERR"))
    return `The disk with ${dataFolder} does not answer properly. Check the disk, then start Dripline again.`;
  if (code === "ENOTDIR" || code === "EEXIST")
    return `${dataFolder} is not a folder. Choose another one with --data.`;
  return undefined;
}
