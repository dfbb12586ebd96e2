// The reading thread: one connection that cannot write, and the reads of the contract over it.
import { parentPort, workerData } from "node:worker_threads";
import { CallFailed } from "../contract/failure.ts";
import { must } from "../shared/assert.ts";
import { openDb } from "../storage/db.ts";
import type { ReadReply, ReadRequest } from "./reader.ts";
import { createReads } from "./reads.ts";

type Read = (input: unknown) => unknown;

const port = must(parentPort, "the reading thread stands alone");
let now = 0;
const reads = createReads({
  db: openDb({ path: workerData as string, isReadOnly: true }),
  now: () => now,
}) as unknown as Readonly<Record<string, Readonly<Record<string, Read>>>>;

// Each read runs to its end before the next: what is asked meanwhile waits in the port's queue.
port.on("message", (request: ReadRequest) => {
  port.postMessage(answer(request));
});

function answer({ id, area, method, input, now: askedAt }: ReadRequest): ReadReply {
  now = askedAt;
  try {
    return { kind: "result", id, output: must(reads[area]?.[method])(input) };
  } catch (error) {
    if (error instanceof CallFailed)
      return { kind: "failed", id, failure: { code: error.code, message: error.message } };
    return { kind: "broken", id, error };
  }
}
