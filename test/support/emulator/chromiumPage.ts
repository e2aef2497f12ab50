// Puts a real Chromium page behind a window of the thin Electron: its own protocol, its preload script, its ipc and its guards.
//
// Not as Electron has it: the page's origin is https://openstride.test, mapped to app://openstride on the way in and out, and the
// preload script runs in the page's own world, so that contextIsolation itself is not shown here.
import { readFileSync } from 'node:fs';
import type { Browser, Frame, Page, Request as PageRequest, Route } from 'playwright-core';
import { cancellable, type FakeContents, ipcMain, machine } from '../fakeElectron.ts';

const pages = new WeakMap<FakeContents, Page>();
/** What went wrong inside pages: errors, refused content, failed requests. */
export const complaints: string[] = [];
/** Windows that pages tried to open, and what they were told. */
export const opened: { readonly url: string; readonly action: string }[] = [];

const mapped = (url: string) => url.replace(/^app:\/\/(\w+)/, 'https://$1.test');
const unmapped = (url: string) => url.replace(/^https:\/\/(\w+)\.test(?=\/|$)/, 'app://$1');

/** From now on windows of the thin Electron show real pages. @param filesFolder where files lie that pages are given */
export function showPages(browser: Browser, filesFolder: string): void {
  machine.onLoad = async (contents, url) => {
    const page = pages.get(contents) ?? (await newPage(browser, contents, filesFolder));
    pages.set(contents, page);
    await page.goto(mapped(url), { waitUntil: 'load' });
    machine.windows.find((window) => window.webContents === contents)?.emit('ready-to-show');
  };
  machine.onSend = (contents, channel, args) => {
    const page = pages.get(contents);
    // A page that has just been closed hears nothing, as in Electron.
    page
      ?.evaluate(([to, what]) => (globalThis as never as Ipc).emulatedIpc(to, what), [channel, args] as const)
      .catch(() => undefined);
  };
}

interface Ipc {
  emulatedIpc(channel: string, args: unknown[]): void;
}

/** The page behind a window. */
export function pageOf(contents: FakeContents): Page {
  return pages.get(contents)!;
}

async function newPage(browser: Browser, contents: FakeContents, filesFolder: string): Promise<Page> {
  const { sandbox, contextIsolation, nodeIntegration, preload } = contents.preferences;
  if (!sandbox || !contextIsolation || nodeIntegration) throw new Error('this page would not be closed to Node');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.route('**/*', (route) => answer(route, contents));
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('popup', (other) => void other.close()); // Chromium has opened it already; what it asks for is refused
  await page.exposeBinding('emulatedInvoke', ({ frame }, channel: string, args: unknown[]) =>
    Promise.resolve(ipcMain.invoked.get(channel)!(eventFrom(frame, contents), ...args)),
  );
  await page.exposeBinding('emulatedSay', ({ frame }, channel: string, args: unknown[]) => {
    ipcMain.emit(channel, eventFrom(frame, contents), ...args);
  });
  if (preload) await page.addInitScript(preloadWorld(readFileSync(preload, 'utf8'), filesFolder));
  contents.executeJavaScript = (code) => page.evaluate(code);
  contents.printToPDF = async (options) => {
    contents.printed = options;
    return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  };
  const window = machine.windows.find((one) => one.webContents === contents);
  window?.once('closed', () => void context.close().catch(() => undefined));
  return page;
}

function eventFrom(frame: Frame, contents: FakeContents) {
  const parent = frame.parentFrame();
  return { sender: contents, senderFrame: { url: unmapped(frame.url()), parent: parent && { url: parent.url() } } };
}

/** One request of the page: asked of the guards first, then of the app's own protocol. */
async function answer(route: Route, contents: FakeContents): Promise<void> {
  const request = route.request();
  const url = unmapped(request.url());
  const frame = frameOf(request);
  if (frame === null) {
    opened.push({ url, ...contents.onOpen({ url }) });
    await route.abort('blockedbyclient');
    return;
  }
  if (request.isNavigationRequest() && !mayGo(frame, url, contents)) {
    await route.fulfill({ status: 204 }); // the page stays as it is
    return;
  }
  if (!allowed(contents, url)) {
    await route.abort('blockedbyclient');
    return;
  }
  const handler = contents.session.protocol.handlers.get('app');
  const body = request.postDataBuffer();
  const asked = new Request(url, {
    method: request.method(),
    headers: { ...(await request.allHeaders()), host: '' },
    ...(body && { body: new Uint8Array(body) }),
  });
  const response = await handler!(asked);
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** @returns null for the first request of a window that a page has just opened */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

function allowed(contents: FakeContents, url: string): boolean {
  let cancelled = true;
  contents.session.beforeRequest({ url }, ({ cancel }) => {
    cancelled = cancel;
  });
  return !cancelled;
}

function mayGo(frame: Frame, url: string, contents: FakeContents): boolean {
  if (url === contents.url && frame.parentFrame() === null) return true; // loadURL and reload, which Electron does not ask about
  const event = cancellable({ url, isMainFrame: frame.parentFrame() === null });
  contents.emit(event.isMainFrame ? 'will-navigate' : 'will-frame-navigate', event);
  return !event.defaultPrevented;
}

/** What a sandboxed preload script finds: `require` of electron and of nothing else. Only in the top frame. */
function preloadWorld(script: string, filesFolder: string): string {
  return `if (window === window.top) {
    const listeners = new Map();
    window.emulatedIpc = (channel, args) => { for (const hear of listeners.get(channel) ?? []) hear({}, ...args); };
    const freeze = (value) => { Object.values(value).forEach((one) => typeof one === 'object' && one && freeze(one)); return Object.freeze(value); };
    const electron = {
      contextBridge: { exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value: freeze({ ...value }) }) },
      ipcRenderer: {
        invoke: (channel, ...args) => window.emulatedInvoke(channel, args),
        send: (channel, ...args) => void window.emulatedSay(channel, args),
        on: (channel, hear) => listeners.set(channel, [...(listeners.get(channel) ?? []), hear]),
        removeListener: (channel, hear) => listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== hear)),
      },
      webUtils: { getPathForFile: (file) => ${JSON.stringify(filesFolder)} + '/' + file.name },
    };
    const require = (name) => { if (name === 'electron') return electron; throw new Error('module not found: ' + name); };
    (function (require, module, exports) {${script}
    })(require, { exports: {} }, {});
  }`;
}
