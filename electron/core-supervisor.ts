import { SECOND } from "#core/shared/clock.ts";
import type { FromCore, ToCore } from "./core-messages.ts";
import { afterCrash, noCrashes, type CrashHistory } from "./crash-history.ts";

/** Mail under way is waited for up to 10 seconds by the core itself; this is for a core that hangs. */
const LONGEST_STOP = 15 * SECOND;

/** The part of Electron's UtilityProcess that is needed. */
export interface CoreChild<Port> {
  postMessage(message: ToCore, ports: Port[]): void;
  on(event: "message", listener: (message: FromCore) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface SupervisorParts<Port> {
  fork(): CoreChild<Port>;
  /** The first message to each new process. */
  startMessage(isSafeMode: boolean): ToCore;
  /** Milliseconds on a clock that only grows. */
  now(): number;
  /** Calls `action` after `ms`; returns how to take it back. */
  after(ms: number, action: () => void): () => void;
  onMessage(message: FromCore): void;
  /** A process is there and takes messages, though it may not be ready yet. */
  onStarted(): void;
  onCrash(code: number): void;
  /** Sending is off from the next start on. */
  onSafeMode(): void;
}

/**
 * down → running → (crash) waiting → running …; three crashes within five minutes: the next start is in safe mode.
 * refused: the core said that it cannot open the data; down until started again. leaveSafeMode(): running → restarting
 * → running. stop() ends all of it for good: stopping → stopped.
 */
export type SupervisorState =
  | "down"
  | "running"
  | "waiting"
  | "refused"
  | "restarting"
  | "stopping"
  | "stopped";

export interface CoreSupervisor<Port> {
  state(): SupervisorState;
  isSafeMode(): boolean;
  start(): void;
  /** False where no process takes it; its ports then stay the caller's. */
  post(message: ToCore, ports?: Port[]): boolean;
  /** Starts again with sending on, and with the crashes so far forgotten. */
  leaveSafeMode(): void;
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

/** Starts the core process, keeps it running, and stops it. */
export function superviseCore<Port>(parts: SupervisorParts<Port>): CoreSupervisor<Port> {
  let state: SupervisorState = "down";
  let history: CrashHistory = noCrashes;
  let child: CoreChild<Port> | undefined;
  let takeBack: (() => void) | undefined;
  let stopped: PromiseWithResolvers<void> | undefined;

  function start(): void {
    if (state !== "down" && state !== "waiting" && state !== "refused") return;
    const started = parts.fork();
    child = started;
    state = "running";
    started.on("message", (message) => {
      if (child === started) hear(message, started);
    });
    started.on("exit", (code) => {
      if (child === started) gone(code);
    });
    started.postMessage(parts.startMessage(history.isSafeMode), []);
    parts.onStarted();
  }

  function hear(message: FromCore, from: CoreChild<Port>): void {
    if (message.kind === "refused" && state === "running") {
      // Ended from here: a process that ended itself might be gone before its last words arrive.
      state = "refused";
      child = undefined;
      from.kill();
    }
    parts.onMessage(message);
  }

  function gone(code: number): void {
    child = undefined;
    if (state === "stopping") {
      finish();
      return;
    }
    if (state === "restarting") {
      takeBack?.();
      state = "down";
      start();
      return;
    }
    const wasSafe = history.isSafeMode;
    const next = afterCrash(history, parts.now());
    history = next.history;
    state = "waiting";
    takeBack = parts.after(next.delayMs, start);
    parts.onCrash(code);
    if (history.isSafeMode && !wasSafe) parts.onSafeMode();
  }

  /** The process must have let go of the data folder before anything else may follow; one that hangs is killed. */
  function askToStop(asked: CoreChild<Port>): void {
    asked.postMessage({ kind: "stop" }, []);
    takeBack = parts.after(LONGEST_STOP, () => {
      asked.kill();
      if (child === asked) gone(-1);
    });
  }

  function finish(): void {
    takeBack?.();
    state = "stopped";
    stopped?.resolve();
  }

  return {
    state: () => state,
    isSafeMode: () => history.isSafeMode,
    start,
    post(message, ports = []) {
      if (state !== "running" || !child) return false;
      child.postMessage(message, ports);
      return true;
    },
    leaveSafeMode() {
      if (!history.isSafeMode) return;
      history = noCrashes;
      if (state === "waiting") {
        takeBack?.();
        start();
      } else if (state === "running" && child) {
        state = "restarting";
        askToStop(child);
      }
    },
    stop() {
      if (stopped) return stopped.promise;
      stopped = Promise.withResolvers();
      takeBack?.();
      if (child) {
        state = "stopping";
        askToStop(child);
      } else {
        finish();
      }
      return stopped.promise;
    },
  };
}
