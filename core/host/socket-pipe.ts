import type { RawData, WebSocket } from "ws";
import type { Pipe } from "../contract/wire.ts";

/** RFC 6455, section 7.4.1: the data is not what its type says. */
const NOT_UNDERSTOOD = 1007;

/** Carries messages as JSON over a WebSocket. What is no JSON ends the connection. */
export function socketPipe(socket: WebSocket): Pipe {
  // Without a listener a broken connection would end the process; "close" follows and is what matters.
  socket.on("error", () => {});
  return {
    post(message) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage(listener) {
      socket.on("message", (data, isBinary) => {
        const message = isBinary ? undefined : parse(data);
        if (message === undefined) socket.close(NOT_UNDERSTOOD, "JSON texts only");
        else listener(message.value);
      });
    },
    onClose(listener) {
      socket.on("close", () => listener());
    },
    close() {
      socket.close();
    },
  };
}

function parse(data: RawData): { readonly value: unknown } | undefined {
  try {
    // A server's socket gives texts as one Buffer.
    return { value: JSON.parse((data as Buffer).toString("utf8")) as unknown };
  } catch {
    return undefined;
  }
}
