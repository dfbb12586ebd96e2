import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { must } from "#core/shared/assert.ts";
import {
  clickTray,
  crash,
  electron,
  folder,
  load,
  settle,
  start,
  theCore,
  theTray,
  theWindow,
  useFakeDesktop,
} from "./fake-desktop.ts";

useFakeDesktop();

function fromPage(url = "dripline://app/", parent: unknown = null) {
  return { sender: theWindow().webContents, senderFrame: { url, parent } };
}

describe("Starting", () => {
  test("opens one window on our own page, sandboxed and apart from the page's scripts", async () => {
    await start();
    expect(electron.app.isSandboxed).toBe(true);
    expect(electron.windows).toHaveLength(1);
    expect(theWindow().url).toBe("dripline://app/");
    expect(theWindow().options["webPreferences"]).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      devTools: false,
      preload: join(import.meta.dirname, "preload.cjs"),
    });
    expect(theWindow().isShown).toBe(false);
    theWindow().emit("ready-to-show");
    expect(theWindow().isShown).toBe(true);
  });

  test("registers the page's scheme before Electron is ready, with no right to go round the policy", async () => {
    await load(folder);
    expect(electron.protocol.schemes).toEqual([
      {
        scheme: "dripline",
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
    expect(electron.windows).toHaveLength(0);
  });

  test("keeps Chromium's files in a folder of their own, beside the data", async () => {
    await start();
    expect(electron.app.paths.get("userData")).toBe(join(folder, "window"));
    expect(existsSync(join(folder, "window"))).toBe(true);
  });

  test("tells the core where the data is, and that there is a key store", async () => {
    await start();
    expect(theCore().path).toBe(join(import.meta.dirname, "core-process.js"));
    expect(theCore().heard[0]?.message).toEqual({
      kind: "start",
      dataFolder: folder,
      assetsFolder: join(import.meta.dirname, "..", "assets"),
      isSafeMode: false,
      hasKeyStore: true,
    });
  });

  test("gives way to a Dripline that is open already", async () => {
    electron.app.hasLock = false;
    await start();
    expect(electron.app.hasQuit).toBe(true);
    expect([electron.windows, electron.cores, electron.trays]).toEqual([[], [], []]);
  });

  test("a second start brings the window to the front", async () => {
    await start();
    electron.app.emit("second-instance");
    expect(electron.windows).toHaveLength(1);
    expect(theWindow().isShown).toBe(true);
  });

  test("with the computer stays in the tray", async () => {
    await start("--hidden");
    expect(electron.windows).toHaveLength(0);
    expect(electron.cores).toHaveLength(1);
    clickTray("Open Dripline");
    expect(electron.windows).toHaveLength(1);
  });

  test("says so where it may not write", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    await load(file);
    electron.app.ready.resolve();
    await settle();
    expect(electron.dialog.errors[0]).toContain(`may not write in its data folder (${file})`);
    expect(electron.app.hasQuit).toBe(true);
    expect(electron.cores).toHaveLength(0);
  });
});

describe("The page may not", () => {
  test.each([
    ["the window to another site", "will-navigate", "https://evil.example/", true, true],
    ["the window to a file", "will-navigate", "file:///etc/passwd", true, true],
    ["the window to another host of our scheme", "will-navigate", "dripline://evil/", true, true],
    ["the window to a page that looks like ours", "will-navigate", "https://app/", true, true],
    ["a previewed mail to its link", "will-frame-navigate", "https://evil.example/", false, true],
    ["a previewed mail to our page", "will-frame-navigate", "dripline://app/", false, true],
    ["a redirect elsewhere", "will-redirect", "https://evil.example/", true, true],
    ["the page to itself, allowed", "will-navigate", "dripline://app/", true, false],
    ["a preview to its text, allowed", "will-frame-navigate", "about:srcdoc", false, false],
  ])("lead %s", async (_name, event, url, isMainFrame, isPrevented) => {
    await start();
    const details = electron.cancelable({ url, isMainFrame });
    theWindow().webContents.emit(event, details);
    expect(details.isPrevented).toBe(isPrevented);
  });

  test("embed another page", async () => {
    await start();
    const event = electron.cancelable();
    theWindow().webContents.emit("will-attach-webview", event);
    expect(event.isPrevented).toBe(true);
  });

  test.each([
    ["https://dripline.example/help", true],
    ["mailto:ana@example.com", true],
    ["http://plain.example/", false],
    ["file:///etc/passwd", false],
    ["javascript:alert(1)", false],
    ["smb://server/share", false],
    ["ms-msdt:/id", false],
    ["no address", false],
  ])("open a window; %s goes to the person's own program: %s", async (url, isOpened) => {
    await start();
    expect(theWindow().webContents.openHandler?.({ url })).toEqual({ action: "deny" });
    electron.ipcMain.emit("dripline:open-link", fromPage(), url);
    expect(electron.shell.opened).toEqual(isOpened ? [url, url] : []);
  });

  test("have camera, place, devices or any other permission", async () => {
    await start();
    const { requestHandler, checkHandler, deviceHandler } = electron.session.defaultSession;
    const answers: boolean[] = [];
    requestHandler?.({}, "media", (is) => answers.push(is));
    requestHandler?.({}, "openExternal", (is) => answers.push(is));
    expect([...answers, checkHandler?.(), deviceHandler?.()]).toEqual([false, false, false, false]);
  });

  test("download from elsewhere; what it made itself it may save", async () => {
    await start();
    function download(url: string): boolean {
      const event = electron.cancelable();
      electron.session.defaultSession.emit("will-download", event, { getURL: () => url });
      return event.isPrevented;
    }
    expect(download("https://evil.example/a.exe")).toBe(true);
    expect(download("blob:dripline://app/1")).toBe(false);
  });

  test.each([
    ["another page", "https://evil.example/", null],
    ["a frame in our page", "dripline://app/", {}],
  ])("speak to main as %s", async (_name, url, parent) => {
    await start();
    const event = fromPage(url, parent);
    electron.ipcMain.emit("dripline:ask-for-port", event);
    electron.ipcMain.emit("dripline:open-link", event, "https://dripline.example/");
    electron.ipcMain.emit("dripline:notify", event, "a", "b");
    electron.ipcMain.emit("dripline:show-data-folder", { ...event, senderFrame: null });
    const set = must(electron.ipcMain.handlers.get("dripline:set-start-at-login"));
    set(event as never, true as never);
    expect(theCore().kindsHeard()).toEqual(["start"]);
    expect([electron.shell.opened, electron.notices, electron.shell.shown]).toEqual([[], [], []]);
    expect(electron.app.loginItem.openAtLogin).toBe(false);
  });
});

describe("The page", () => {
  test("is served under the policy, and nothing else is", async () => {
    await start();
    const serve = must(electron.session.defaultSession.handled.get("dripline"));
    const missing = await serve(new Request("dripline://app/nothing.js"));
    expect(missing.status).toBe(404);
    expect(missing.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await serve(new Request("dripline://app/..%2fpackage.json"))).status).toBe(404);
    expect((await serve(new Request("dripline://other/index.html"))).status).toBe(404);
    expect((await serve(new Request("dripline://app/", { method: "POST" }))).status).toBe(405);
  });

  test("gets a port to the core when it asks, whose other end goes to the core", async () => {
    await start();
    electron.ipcMain.emit("dripline:ask-for-port", fromPage());
    const [posted] = theWindow().webContents.posted;
    expect(posted?.channel).toBe("dripline:port");
    expect(theCore().kindsHeard()).toEqual(["start", "page"]);
    expect(theCore().heard[1]?.ports).toHaveLength(1);
    expect(theCore().heard[1]?.ports[0]).not.toBe(posted?.ports[0]);
  });

  test("gets another one by itself when the core was started again", async () => {
    await start();
    electron.ipcMain.emit("dripline:ask-for-port", fromPage());
    crash();
    expect(theWindow().webContents.posted).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(electron.cores).toHaveLength(2);
    expect(theCore().kindsHeard()).toEqual(["start", "page"]);
    expect(theWindow().webContents.posted).toHaveLength(2);
  });

  test("gets none while there is no core, and none once it is closed", async () => {
    await start();
    crash();
    electron.ipcMain.emit("dripline:ask-for-port", fromPage());
    expect(theWindow().webContents.posted).toHaveLength(0);
    theWindow().close();
    await vi.advanceTimersByTimeAsync(500);
    expect(theCore().kindsHeard()).toEqual(["start"]);
  });

  test("can show a notice, whose click brings the window", async () => {
    await start();
    electron.ipcMain.emit("dripline:notify", fromPage(), "Sent", "12 mails left");
    expect(electron.notices[0]?.options).toEqual({ title: "Sent", body: "12 mails left" });
    electron.notices[0]?.emit("click");
    expect(theWindow().isShown).toBe(true);
    electron.ipcMain.emit("dripline:notify", fromPage(), { toString: 1 }, "b");
    expect(electron.notices).toHaveLength(1);
  });

  test("is drawn again after a crash of its own, but not for ever", async () => {
    await start();
    for (const reason of ["clean-exit", "crashed", "oom", "crashed"])
      theWindow().webContents.emit("render-process-gone", {}, { reason });
    expect(theWindow().webContents.reloads).toBe(2);
    expect(electron.dialog.errors).toHaveLength(1);
    expect(theCore().isKilled).toBe(false);
  });

  test("may be closed while sending goes on, and opened again", async () => {
    await start();
    theWindow().close();
    electron.app.emit("window-all-closed");
    expect(electron.app.hasQuit).toBe(false);
    theTray().emit("click");
    expect(electron.windows).toHaveLength(2);
  });
});

describe("Secrets", () => {
  test("are sealed and opened for the core by the computer's key store", async () => {
    await start();
    theCore().emit("message", { kind: "seal", id: 1, text: "hunter2" });
    await settle();
    const sealed = Buffer.from("2retnuh").toString("base64");
    expect(theCore().heard.at(-1)?.message).toEqual({ kind: "secret", id: 1, text: sealed });
    theCore().emit("message", { kind: "open", id: 2, text: sealed });
    await settle();
    expect(theCore().heard.at(-1)?.message).toEqual({ kind: "secret", id: 2, text: "hunter2" });
  });
});
