import { CallFailed, type Failure } from "./failure.ts";

/** The two worlds one Dripline holds: the owner's own data, and practice, a data folder of its own. */
export type World = "real" | "practice";

/** A two-way road for messages: a MessagePort in Electron, a WebSocket in the browser. */
export interface Pipe {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

export interface Request {
  readonly kind: "call";
  readonly id: number;
  readonly world: World;
  /** `area.name` of a procedure. */
  readonly name: string;
  readonly input: unknown;
}

export type Reply =
  | { readonly kind: "result"; readonly id: number; readonly output: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly failure: Failure };

/** Says that something about a topic changed; carries no data. */
export interface Push {
  readonly kind: "push";
  readonly world: World;
  readonly topic: string;
}

export interface Hello {
  readonly kind: "hello";
  readonly contractVersion: string;
}

export interface Connection {
  call(world: World, name: string, input: unknown): Promise<unknown>;
  onPush(listener: (push: Push) => void): () => void;
  onHello(listener: (hello: Hello) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

/** Speaks the wire over `pipe`. Calls still open when the pipe closes fail as `unreachable`. */
export function connect(pipe: Pipe): Connection {
  let nextId = 1;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const pushListeners = new Set<(push: Push) => void>();
  const helloListeners = new Set<(hello: Hello) => void>();
  const closeListeners = new Set<() => void>();
  let lastHello: Hello | undefined;
  let isClosed = false;

  pipe.onMessage((raw) => {
    const message = raw as Reply | Push | Hello;
    if (message.kind === "push") {
      for (const listener of pushListeners) listener(message);
    } else if (message.kind === "hello") {
      lastHello = message;
      for (const listener of helloListeners) listener(message);
    } else {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === "result") call?.resolve(message.output);
      else call?.reject(new CallFailed(message.failure));
    }
  });
  pipe.onClose(() => {
    isClosed = true;
    for (const call of waiting.values()) call.reject(connectionLost());
    waiting.clear();
    for (const listener of closeListeners) listener();
  });

  return {
    call(world, name, input) {
      if (isClosed) return Promise.reject(connectionLost());
      const call = Promise.withResolvers<unknown>();
      const id = nextId++;
      waiting.set(id, call);
      const request: Request = { kind: "call", id, world, name, input };
      pipe.post(request);
      return call.promise;
    },
    onPush(listener) {
      pushListeners.add(listener);
      return () => pushListeners.delete(listener);
    },
    onHello(listener) {
      helloListeners.add(listener);
      if (lastHello) listener(lastHello);
    },
    onClose(listener) {
      closeListeners.add(listener);
    },
    close() {
      pipe.close();
    },
  };
}

function connectionLost(): CallFailed {
  return new CallFailed({
    code: "unreachable",
    message: "Dripline's engine is not answering. It is being restarted; try again in a moment.",
  });
}
