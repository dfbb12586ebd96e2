import { MessageChannelMain, type MessagePortMain, type WebContents } from "electron";
import { PORT_CHANNEL } from "./shell-channels.ts";

export interface PagePorts {
  /** Gives a page a port to the core, now and after each new start of it. */
  give(page: WebContents): void;
  /** The core was started: every page gets a port to it. */
  giveAll(): void;
}

/**
 * Joins pages to the core. Main only hands the two ends out; what is said passes it by. `toCore` is false while there is
 * no core, and the page gets its port at the next start.
 */
export function createPagePorts(toCore: (port: MessagePortMain) => boolean): PagePorts {
  const pages = new Set<WebContents>();

  function hand(page: WebContents): void {
    const { port1, port2 } = new MessageChannelMain();
    if (toCore(port1)) page.postMessage(PORT_CHANNEL, null, [port2]);
    else port1.close();
  }

  return {
    give(page) {
      if (!pages.has(page)) {
        pages.add(page);
        page.once("destroyed", () => pages.delete(page));
      }
      hand(page);
    },
    giveAll() {
      for (const page of pages) hand(page);
    },
  };
}
