import type { App, Session, WebContents } from "electron";
import { isOutsideLink, mayLoad } from "./own-page.ts";

/**
 * What no page may do, whatever it is: leave, open windows, embed others, ask for the camera and the like, or download
 * from anywhere but itself. After Electron's security checklist (https://electronjs.org/docs/tutorial/security).
 */
export function lockDown(app: App, session: Session, openOutside: (url: string) => void): void {
  app.on("web-contents-created", (_event, contents) => lockContents(contents, openOutside));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Exports are made by the page itself and saved where the person says.
  session.on("will-download", (event, item) => {
    if (!item.getURL().startsWith("blob:")) event.preventDefault();
  });
}

function lockContents(contents: WebContents, openOutside: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isOutsideLink(url)) openOutside(url);
    return { action: "deny" };
  });
  contents.on("will-navigate", (details) => {
    if (!mayLoad(details.url, { isMainFrame: true })) details.preventDefault();
  });
  contents.on("will-frame-navigate", (details) => {
    if (!mayLoad(details.url, details)) details.preventDefault();
  });
  contents.on("will-redirect", (details) => {
    if (!mayLoad(details.url, details)) details.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
}
