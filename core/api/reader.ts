import { Worker } from "node:worker_threads";
import { CallFailed, type Failure } from "../contract/failure.ts";
import { unreachable } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";
import type { Reads } from "./reads.ts";

/** The main thread's question; the worker opens `path` when it starts. */
export interface ReadRequest {
  readonly id: number;
  readonly area: string;
  readonly method: string;
  readonly input: unknown;
  readonly now: Instant;
}

export type ReadReply =
  | { readonly kind: "result"; readonly id: number; readonly output: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly failure: Failure }
  | { readonly kind: "broken"; readonly id: number; readonly error: unknown };

/** Each read as the main thread calls it. */
export type RemoteReads = {
  readonly [A in keyof Reads]: {
    readonly [N in keyof Reads[A]]: Reads[A][N] extends (...args: infer Args) => infer Output
      ? (...args: Args) => Promise<Awaited<Output>>
      : never;
  };
};

export interface Reader {
  readonly reads: RemoteReads;
  /** Reads still open fail. Another call starts it again. */
  close(): Promise<void>;
}

/**
 * The reading thread: a connection of its own, which sees what was committed before it was asked, so that a count over
 * a hundred thousand contacts does not hold up sending or typing. It starts with the first question, and again after
 * it broke.
 */
export function createReader(path: string, now: () => Instant): Reader {
  let worker: Worker | undefined;
  let nextId = 1;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();

  function start(): Worker {
    // From source the worker is a .ts file, in the bundle a .js one beside it.
    const file = `./reader-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`;
    const started = new Worker(new URL(file, import.meta.url), { workerData: path });
    started.on("message", take);
    started.on("error", (error) => giveUp(started, error));
    started.on("exit", () => giveUp(started, new Error("The reading thread has ended.")));
    return started;
  }

  function take(reply: ReadReply): void {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (!call) return;
    switch (reply.kind) {
      case "result":
        return call.resolve(reply.output);
      case "failed":
        return call.reject(new CallFailed(reply.failure));
      case "broken":
        return call.reject(reply.error);
      default:
        unreachable(reply);
    }
  }

  function giveUp(ended: Worker, error: unknown): void {
    if (worker !== ended) return;
    worker = undefined;
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  }

  function ask(area: string, method: string, input: unknown): Promise<unknown> {
    worker ??= start();
    const call = Promise.withResolvers<unknown>();
    const request: ReadRequest = { id: nextId++, area, method, input, now: now() };
    waiting.set(request.id, call);
    worker.postMessage(request);
    return call.promise;
  }

  /** `methods` names every read of the area, or this does not compile. */
  function readsOf<A extends keyof Reads>(
    area: A,
    methods: Readonly<Record<keyof Reads[A], true>>,
  ): RemoteReads[A] {
    const asks = Object.keys(methods).map((method) => [
      method,
      (input: unknown) => ask(area, method, input),
    ]);
    return Object.fromEntries(asks) as RemoteReads[A];
  }

  return {
    reads: {
      contacts: readsOf("contacts", { list: true, listIds: true, listEventNames: true }),
      segments: readsOf("segments", { list: true, preview: true }),
      campaigns: readsOf("campaigns", { matrix: true, list: true, listLinks: true }),
      reports: readsOf("reports", {
        overview: true,
        campaign: true,
        email: true,
        people: true,
        csv: true,
      }),
    },
    async close() {
      const ended = worker;
      if (!ended) return;
      giveUp(ended, new Error("Dripline is stopping."));
      await ended.terminate();
    },
  };
}
