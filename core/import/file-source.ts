import { createReadStream } from "node:fs";

/** Bytes that can be read from the start more than once: the uploaded file, or a test's own bytes. */
export interface FileSource {
  readonly bytes: number;
  /** A fresh pass over the bytes. Breaking off the loop closes the file. */
  open(): AsyncIterable<Uint8Array>;
}

/** Small enough that the work on one chunk (about 10 ms) holds up nothing else in the process. */
export const CHUNK_BYTES = 64 * 1024;

export function fileOnDisk(path: string, bytes: number): FileSource {
  return { bytes, open: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }) };
}

export function fileInMemory(content: Uint8Array, chunkBytes = CHUNK_BYTES): FileSource {
  return { bytes: content.length, open: () => cut(content, chunkBytes) };
}

async function* cut(content: Uint8Array, chunkBytes: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += chunkBytes) {
    yield content.subarray(start, start + chunkBytes);
  }
}
