import { create } from "zustand";
import { CallFailed } from "#core/contract/failure.ts";
import { contractVersion } from "#core/contract/version.ts";
import { type Connection, connect, type Pipe, type Push, type World } from "#core/contract/wire.ts";
import { backOffMs } from "./back-off.ts";
import { portPipe } from "./port-pipe.ts";
import { openSocketPipe } from "./socket-pipe.ts";

/**
 * connecting → open → lost → open …; at any time refused (the token is not this host's) or outdated
 * (the core speaks another version of the contract than this page). Without a token: no-token.
 */
export type LinkState = "connecting" | "open" | "lost" | "refused" | "no-token" | "outdated";

interface LinkStore {
  readonly state: LinkState;
  /** How often the link was opened; grows with each return. */
  readonly opened: number;
}

export const useLink = create<LinkStore>()(() => ({ state: "connecting", opened: 0 }));

const pushListeners = new Set<(push: Push) => void>();
let connection: Connection | undefined;
let failures = 0;

/** Calls a procedure in a world. Throws `CallFailed`, as `unreachable` while there is no connection. */
export function callCore(world: World, name: string, input: unknown): Promise<unknown> {
  if (connection) return connection.call(world, name, input);
  return Promise.reject(
    new CallFailed({
      code: "unreachable",
      message: "Dripline's engine cannot be reached at the moment. Try again once it is back.",
    }),
  );
}

export function onPush(listener: (push: Push) => void): () => void {
  pushListeners.add(listener);
  return () => pushListeners.delete(listener);
}

/** Connects for as long as the page lives: by the port Electron hands over, or by a WebSocket with the token. */
export function startLink(token: string | undefined): void {
  if (window.driplineShell) {
    listenForPorts();
  } else if (token === undefined) {
    useLink.setState({ state: "no-token" });
  } else {
    openSocket(token);
  }
}

/** A new port comes at the start and each time the core process was started again. */
function listenForPorts(): void {
  window.addEventListener("message", (event) => {
    const [port] = event.ports;
    if (event.source !== window || event.data !== "dripline:port" || !port) return;
    take(portPipe(port), () => {
      useLink.setState({ state: "lost" });
    });
  });
  window.driplineShell?.askForPort?.();
}

function openSocket(token: string): void {
  take(openSocketPipe(token), (wasOpen) => {
    failures = wasOpen ? 1 : failures + 1;
    void isHostThere().then((isThere) => {
      useLink.setState({ state: isThere && !wasOpen ? "refused" : "lost" });
      setTimeout(() => {
        openSocket(token);
      }, backOffMs(failures));
    });
  });
}

function take(pipe: Pipe, onLost: (wasOpen: boolean) => void): void {
  const taken = connect(pipe);
  let isOpen = false;
  taken.onHello((hello) => {
    if (hello.contractVersion !== contractVersion) {
      useLink.setState({ state: "outdated" });
      return;
    }
    isOpen = true;
    connection = taken;
    useLink.setState(({ opened }) => ({ state: "open", opened: opened + 1 }));
  });
  taken.onPush((push) => {
    for (const listener of pushListeners) listener(push);
  });
  taken.onClose(() => {
    if (connection === taken) connection = undefined;
    if (useLink.getState().state !== "outdated") onLost(isOpen);
  });
}

/** A browser does not say why a WebSocket failed: a host that answers but takes no socket refuses the token. */
async function isHostThere(): Promise<boolean> {
  try {
    const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
    return answer.ok;
  } catch {
    return false;
  }
}
