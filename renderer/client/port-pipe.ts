import type { Pipe } from "#core/contract/wire.ts";

/** Speaks over the MessagePort the preload script hands to the page. */
export function portPipe(port: MessagePort): Pipe {
  return {
    post(message) {
      port.postMessage(message);
    },
    onMessage(listener) {
      port.addEventListener("message", (event: MessageEvent<unknown>) => {
        listener(event.data);
      });
      port.start();
    },
    onClose(listener) {
      port.addEventListener("close", listener);
    },
    close() {
      port.close();
    },
  };
}
