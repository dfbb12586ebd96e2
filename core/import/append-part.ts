import { closeSync, existsSync, ftruncateSync, openSync, statSync, writeSync } from "node:fs";
import { CallFailed } from "../contract/failure.ts";

/** Adds a part to the uploaded file, in order: all of it, or nothing where the disk is full. */
export function appendPart(path: string, offset: number, bytes: Uint8Array): void {
  const size = existsSync(path) ? statSync(path).size : 0;
  if (offset !== size)
    throw new CallFailed({
      code: "conflict",
      message: "A part of the file got lost on the way. Choose the file again.",
    });
  const file = openSync(path, "a");
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  } catch (error) {
    cutTo(file, size);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Cuts off what was half written, so that the same part can be sent again. */
function cutTo(file: number, size: number): void {
  try {
    ftruncateSync(file, size);
  } catch {
    // What cannot be cut either is told by the next part, which no longer fits.
  }
}
