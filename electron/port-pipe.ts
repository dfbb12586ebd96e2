import type { MessagePortMain } from "electron";
import type { Pipe } from "#core/contract/wire.ts";

/** Speaks over the core's end of the message channel to a page. */
export function portPipe(port: MessagePortMain): Pipe {
  let isClosed = false;
  port.on("close", () => {
    isClosed = true;
  });
  return {
    post(message) {
      // A page may be gone before the answer to its last question is ready.
      if (!isClosed) port.postMessage(message);
    },
    onMessage(listener) {
      port.on("message", (event) => listener(event.data));
      port.start();
    },
    onClose(listener) {
      port.on("close", listener);
    },
    close() {
      port.close();
    },
  };
}
