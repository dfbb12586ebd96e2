// Stands in for Electron in the tests of this folder: remembers what was asked of it, and lets a test play the part of
// the system, a page or the core process. Import it as the module "electron" itself.
import { EventEmitter } from "node:events";

type Handler = (...args: readonly never[]) => unknown;

class FakeApp extends EventEmitter {
  isPackaged = true;
  hasLock = true;
  isSandboxed = false;
  quits = 0;
  hasQuit = false;
  readonly paths = new Map<string, string>([["appData", "/nowhere"]]);
  loginItem = { openAtLogin: false, wasOpenedAtLogin: false };
  readonly ready = Promise.withResolvers<void>();

  enableSandbox(): void {
    this.isSandboxed = true;
  }
  setAppUserModelId(): void {}
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? "/nowhere";
  }
  getAppPath(): string {
    return "/app";
  }
  getLocale(): string {
    return "en-GB";
  }
  requestSingleInstanceLock(): boolean {
    return this.hasLock;
  }
  whenReady(): Promise<void> {
    return this.ready.promise;
  }
  getLoginItemSettings() {
    return this.loginItem;
  }
  setLoginItemSettings({ openAtLogin }: { openAtLogin: boolean }): void {
    this.loginItem = { ...this.loginItem, openAtLogin };
  }
  quit(): void {
    this.quits += 1;
    const event = cancelable();
    this.emit("before-quit", event);
    this.hasQuit = !event.isPrevented;
  }
}

export function cancelable<T extends object>(details?: T) {
  const event = {
    isPrevented: false,
    preventDefault() {
      event.isPrevented = true;
    },
    ...(details as T),
  };
  return event;
}

export class FakePort extends EventEmitter {
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
  start(): void {}
  postMessage(): void {}
}

export class MessageChannelMain {
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();
}

export class FakeContents extends EventEmitter {
  readonly posted: { channel: string; ports: FakePort[] }[] = [];
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  reloads = 0;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  postMessage(channel: string, _message: unknown, ports: FakePort[]): void {
    this.posted.push({ channel, ports });
  }
  reload(): void {
    this.reloads += 1;
  }
}

export const windows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  readonly options: Record<string, unknown>;
  readonly webContents = new FakeContents();
  url = "";
  isShown = false;
  isGone = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    windows.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.url = url;
    return Promise.resolve();
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  /** As when its owner closes it. */
  close(): void {
    this.isGone = true;
    this.webContents.emit("destroyed");
  }
}

export class FakeCore extends EventEmitter {
  readonly path: string;
  readonly heard: { message: { kind: string }; ports: FakePort[] }[] = [];
  isKilled = false;
  constructor(path: string) {
    super();
    this.path = path;
  }
  postMessage(message: { kind: string }, ports: FakePort[] = []): void {
    this.heard.push({ message, ports });
  }
  kill(): boolean {
    this.isKilled = true;
    return true;
  }
  kindsHeard(): string[] {
    return this.heard.map(({ message }) => message.kind);
  }
}

export const cores: FakeCore[] = [];
export const utilityProcess = {
  fork(path: string): FakeCore {
    const core = new FakeCore(path);
    cores.push(core);
    return core;
  },
};

export interface FakeMenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: FakeMenuItem[];
}

export const Menu = {
  applicationMenu: [] as FakeMenuItem[],
  buildFromTemplate: (template: FakeMenuItem[]) => template,
  setApplicationMenu(menu: FakeMenuItem[]): void {
    Menu.applicationMenu = menu;
  },
};

export const trays: Tray[] = [];

export class Tray extends EventEmitter {
  menu: FakeMenuItem[] = [];
  toolTip = "";
  constructor() {
    super();
    trays.push(this);
  }
  setContextMenu(menu: FakeMenuItem[]): void {
    this.menu = menu;
  }
  setToolTip(text: string): void {
    this.toolTip = text;
  }
}

export const notices: Notification[] = [];

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true;
  }
  readonly options: { title: string; body: string };
  constructor(options: { title: string; body: string }) {
    super();
    this.options = options;
  }
  show(): void {
    notices.push(this);
  }
}

/** Questions put to the owner; `answer` is what is clicked. */
export const dialog = {
  asked: [] as { message: string; detail: string; buttons: string[] }[],
  errors: [] as string[],
  answer: 0,
  showMessageBox(...args: readonly unknown[]): Promise<{ response: number }> {
    dialog.asked.push(args.at(-1) as (typeof dialog.asked)[number]);
    return Promise.resolve({ response: dialog.answer });
  },
  showErrorBox(_title: string, text: string): void {
    dialog.errors.push(text);
  },
};

class FakeIpc extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler);
  }
}

class FakeSession extends EventEmitter {
  requestHandler:
    | ((contents: unknown, permission: string, answer: (is: boolean) => void) => void)
    | undefined;
  checkHandler: (() => boolean) | undefined;
  deviceHandler: (() => boolean) | undefined;
  readonly handled = new Map<string, (request: Request) => Promise<Response>>();
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
      this.handled.set(scheme, handler);
    },
  };
  setPermissionRequestHandler(handler: NonNullable<FakeSession["requestHandler"]>): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.deviceHandler = handler;
  }
}

export const app = new FakeApp();
export const ipcMain = new FakeIpc();
export const session = { defaultSession: new FakeSession() };
export const powerMonitor = new EventEmitter();
export const nativeTheme = { shouldUseDarkColors: false };
export const nativeImage = { createFromPath: () => ({ resize: () => ({}) }) };

interface FakeScheme {
  readonly scheme: string;
  readonly privileges: Record<string, boolean>;
}

export const protocol = {
  schemes: [] as FakeScheme[],
  registerSchemesAsPrivileged(schemes: FakeScheme[]): void {
    protocol.schemes = schemes;
  },
};

export const shell = {
  opened: [] as string[],
  shown: [] as string[],
  openExternal(url: string): Promise<void> {
    shell.opened.push(url);
    return Promise.resolve();
  },
  openPath(path: string): Promise<string> {
    shell.shown.push(path);
    return Promise.resolve("");
  },
};

/** A key store that turns texts around. */
export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  getSelectedStorageBackend: () => "gnome_libsecret",
  encryptStringAsync: (text: string) =>
    Promise.resolve(Buffer.from([...text].toReversed().join(""))),
  decryptStringAsync: (sealed: Buffer) =>
    Promise.resolve({
      result: [...sealed.toString()].toReversed().join(""),
      shouldReEncrypt: false,
    }),
};
