// A thin Electron for tests: the classes and calls that the desktop app uses, which remember what was asked of them and answer what the
// test says. It has no Chromium; test/support/emulator/ puts one behind it. Under vitest the package `electron` is this file.
import { EventEmitter } from 'node:events';
import path from 'node:path';
import type Electron from 'electron';

type Invoked = (event: unknown, ...args: unknown[]) => unknown;

/** What a test sets and reads. A fresh module (`vi.resetModules`) is a fresh computer. */
export const machine = {
  /** Where `app.getPath` points to; must be set. */
  home: '',
  isPackaged: false,
  isFirstCopy: true,
  keychain: { available: true, backend: 'gnome_libsecret', broken: false },
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  darkColours: false,
  /** What dialogs answer, first come first served; a dialog nobody expected is an error. */
  answers: [] as unknown[],
  /** What was asked of the system: dialogs, error boxes, links opened outside. */
  asked: [] as { readonly what: string; readonly details: unknown }[],
  schemes: [] as Electron.CustomScheme[],
  windows: [] as FakeWindow[],
  /** The menu as it was last set. */
  menu: [] as Electron.MenuItemConstructorOptions[],
  exitCode: null as number | null,
  sandboxed: false,
  blockers: new Set<number>(),
  /** The emulator's way in: called by loadURL and reload. */
  onLoad: null as ((contents: FakeContents, url: string) => Promise<void>) | null,
  /** The emulator's way in: called by send. */
  onSend: null as ((contents: FakeContents, channel: string, args: unknown[]) => void) | null,
  /** Starts an engine; the emulator forks, a test may hand in anything. */
  fork: null as ((script: string, options: Electron.ForkOptions) => EventEmitter) | null,
};

let isReady: () => void;
const ready = new Promise<void>((resolve) => {
  isReady = resolve;
});

function ask(what: string, details: unknown): unknown {
  machine.asked.push({ what, details });
  if (machine.answers.length === 0) throw new Error(`nobody expected ${what}: ${JSON.stringify(details)}`);
  return machine.answers.shift();
}

class FakeApp extends EventEmitter {
  get isPackaged() {
    return machine.isPackaged;
  }
  /** As Electron: only when the main script has run to its end, which is for the test to say. */
  becomeReady(): void {
    isReady();
    this.emit('ready');
  }
  whenReady = () => ready;
  requestSingleInstanceLock = () => machine.isFirstCopy;
  enableSandbox = () => {
    machine.sandboxed = true;
  };
  getPath = (name: string) => path.join(machine.home, name);
  /** Windows close, then `will-quit` may hold the end back. */
  quit(): void {
    for (const window of machine.windows) window.close();
    const event = cancellable();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code: number): void {
    machine.exitCode ??= code;
    this.emit('fake-exit', machine.exitCode);
  }
}

/** An event that can be prevented. */
export function cancellable<T extends object>(fields: T = {} as T) {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

class FakeProtocol {
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();
  registerSchemesAsPrivileged = (schemes: Electron.CustomScheme[]) => void machine.schemes.push(...schemes);
  handle = (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void this.handlers.set(scheme, handler);
  unhandle = (scheme: string) => void this.handlers.delete(scheme);
}

type BeforeRequest = (details: { url: string }, done: (answer: { cancel: boolean }) => void) => void;

/** A session with everything allowed until somebody forbids it, as in Electron. */
export class FakeSession {
  readonly protocol = new FakeProtocol();
  spellChecker = true;
  beforeRequest: BeforeRequest = (_details, done) => done({ cancel: false });
  onPermission: (contents: unknown, permission: string, done: (granted: boolean) => void) => void = (_c, _p, done) =>
    done(true);
  onCheck: () => boolean = () => true;
  onDevice: () => boolean = () => true;
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler = (handler: FakeSession['onPermission']) => {
    this.onPermission = handler;
  };
  setPermissionCheckHandler = (handler: FakeSession['onCheck']) => {
    this.onCheck = handler;
  };
  setDevicePermissionHandler = (handler: FakeSession['onDevice']) => {
    this.onDevice = handler;
  };
  setSpellCheckerEnabled = (on: boolean) => {
    this.spellChecker = on;
  };
}

/** A page. */
export class FakeContents extends EventEmitter {
  readonly sent: { readonly channel: string; readonly args: unknown[] }[] = [];
  readonly preferences: Electron.WebPreferences;
  url = '';
  zoom: number;
  reloads = 0;
  printed: Electron.PrintToPDFOptions | null = null;
  onOpen: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  destroyed = false;
  constructor(preferences: Electron.WebPreferences) {
    super();
    this.preferences = preferences;
    this.zoom = preferences.zoomFactor ?? 1;
  }
  get session(): FakeSession {
    return this.preferences.partition ? session.fromPartition(this.preferences.partition) : session.defaultSession;
  }
  get mainFrame() {
    return { url: this.url, parent: null };
  }
  isDestroyed = () => this.destroyed;
  send = (channel: string, ...args: unknown[]) => {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.sent.push({ channel, args });
    machine.onSend?.(this, channel, args);
  };
  setWindowOpenHandler = (handler: FakeContents['onOpen']) => {
    this.onOpen = handler;
  };
  getZoomFactor = () => this.zoom;
  setZoomFactor = (factor: number) => {
    this.zoom = factor;
  };
  reload = () => {
    this.reloads++;
    void this.load(this.url);
  };
  executeJavaScript = async (_code: string): Promise<unknown> => true;
  printToPDF = async (options: Electron.PrintToPDFOptions): Promise<Uint8Array> => {
    this.printed = options;
    return new TextEncoder().encode('%PDF-1.7 of the fake');
  };
  async load(url: string): Promise<void> {
    this.url = url;
    this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, url });
    await machine.onLoad?.(this, url);
  }
}

class FakeWindow extends EventEmitter {
  static getAllWindows = () => machine.windows;
  static fromWebContents = (contents: unknown) =>
    machine.windows.find((window) => window.webContents === contents) ?? null;
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: FakeContents;
  visible: boolean;
  maximised = false;
  minimised = false;
  focused = 0;
  background: string | undefined;
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    this.visible = options.show ?? true;
    this.background = options.backgroundColor;
    this.webContents = new FakeContents(options.webPreferences ?? {});
    machine.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL = (url: string) => this.webContents.load(url);
  isDestroyed = () => this.webContents.destroyed;
  isVisible = () => this.visible;
  isMaximized = () => this.maximised;
  isMinimized = () => this.minimised;
  maximize = () => {
    this.maximised = true;
  };
  restore = () => {
    this.minimised = false;
  };
  focus = () => void this.focused++;
  show = () => {
    this.visible = true;
  };
  getNormalBounds = () => {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  };
  setBackgroundColor = (colour: string) => {
    this.background = colour;
  };
  close(): void {
    if (this.isDestroyed()) return;
    this.emit('close', cancellable());
    this.destroy();
    if (machine.windows.length === 0) app.emit('window-all-closed');
  }
  destroy = () => {
    this.webContents.destroyed = true;
    machine.windows.splice(machine.windows.indexOf(this), 1);
    this.emit('closed');
  };
}

const partitions = new Map<string, FakeSession>();

export const app = new FakeApp();
export const session = {
  defaultSession: new FakeSession(),
  fromPartition: (name: string) => {
    const known = partitions.get(name) ?? new FakeSession();
    partitions.set(name, known);
    return known;
  },
};
export const protocol = session.defaultSession.protocol;
export const BrowserWindow = FakeWindow;

export const ipcMain = Object.assign(new EventEmitter(), {
  invoked: new Map<string, Invoked>(),
  handle(channel: string, handler: Invoked) {
    if (ipcMain.invoked.has(channel)) throw new Error(`second handler for ${channel}`);
    ipcMain.invoked.set(channel, handler);
  },
  removeHandler: (channel: string) => void ipcMain.invoked.delete(channel),
});

export const dialog = {
  showOpenDialog: async (...args: unknown[]) => ask('open', args.at(-1)),
  showSaveDialog: async (...args: unknown[]) => ask('save', args.at(-1)),
  showMessageBox: async (...args: unknown[]) => ask('message', args.at(-1)),
  showErrorBox: (title: string, content: string) =>
    void machine.asked.push({ what: 'error', details: `${title}: ${content}` }),
};

export const shell = {
  openExternal: async (url: string) => void machine.asked.push({ what: 'outside', details: url }),
  showItemInFolder: (file: string) => void machine.asked.push({ what: 'folder', details: file }),
};

export const screen = {
  getPrimaryDisplay: () => machine.displays[0],
  getAllDisplays: () => machine.displays,
};

class FakeTheme extends EventEmitter {
  themeSource: 'system' | 'light' | 'dark' = 'system';
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'system' ? machine.darkColours : this.themeSource === 'dark';
  }
}
export const nativeTheme = new FakeTheme();

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => {
    machine.menu = menu;
  },
};

export const powerSaveBlocker = {
  start: () => {
    machine.blockers.add(machine.blockers.size + 1);
    return machine.blockers.size;
  },
  stop: (id: number) => machine.blockers.delete(id),
};

/** A keychain of one letter: seals by turning every bit over, and can lose its memory. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => machine.keychain.available,
  getSelectedStorageBackend: () => machine.keychain.backend,
  encryptStringAsync: async (text: string) => Buffer.from(text).map((byte) => byte ^ 0xff),
  decryptStringAsync: async (sealed: Buffer) => {
    if (machine.keychain.broken) throw new Error('Error while decrypting the ciphertext');
    const result = Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString();
    return { result, shouldReEncrypt: false };
  },
};

export const utilityProcess = {
  fork: (script: string, _args: string[], options: Electron.ForkOptions) => {
    if (!machine.fork) throw new Error(`nobody expected an engine: ${script}`);
    return machine.fork(script, options);
  },
};

// The page's side, for the preload script.
export const exposed = new Map<string, unknown>();
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value),
};
export const ipcRenderer = Object.assign(new EventEmitter(), {
  /** Answers `invoke`; the test's. */
  answer: (async () => {
    throw new Error('no handler registered');
  }) as (channel: string, ...args: unknown[]) => Promise<unknown>,
  said: [] as unknown[][],
  invoke: (channel: string, ...args: unknown[]) => ipcRenderer.answer(channel, ...args),
  send: (channel: string, ...args: unknown[]) => void ipcRenderer.said.push([channel, ...args]),
});
export const webUtils = {
  getPathForFile: (file: { readonly path?: string }) => file.path ?? '',
};
