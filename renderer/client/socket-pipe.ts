import type { Pipe } from "#core/contract/wire.ts";

/** The sub-protocol the host speaks; the token travels beside it because cookies are shared between ports. */
const PROTOCOL = "dripline.v1";

/** Opens a WebSocket to the headless host that served this page. */
export function openSocketPipe(token: string): Pipe {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const socket = new WebSocket(`${scheme}://${location.host}/ws`, [PROTOCOL, `token.${token}`]);
  return {
    post(message) {
      socket.send(JSON.stringify(message));
    },
    onMessage(listener) {
      socket.addEventListener("message", (event: MessageEvent<string>) => {
        listener(JSON.parse(event.data));
      });
    },
    onClose(listener) {
      socket.addEventListener("close", listener);
    },
    close() {
      socket.close();
    },
  };
}
