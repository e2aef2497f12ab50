// The real main.ts over a thin Electron: its window is closed to everything but the app's own page, and its calls reach a real library.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { IPC_COMMAND, IPC_NEWS } from '../../../electron/host/ipcChannels.ts';
import { PAGE_HEADERS } from '../../../electron/host/pageHeaders.ts';
import type { FakeContents } from '../../support/fakeElectron.ts';
import { type MainOptions, type RunningMain, startMain } from '../../support/startMain.ts';

const running: RunningMain[] = [];
async function start(options?: MainOptions): Promise<RunningMain> {
  const main = await startMain(options);
  running.push(main);
  return main;
}
afterEach(async () => {
  for (const main of running.splice(0)) await main.stop();
});

const ANNA = {
  code: '',
  name: 'Anna Runner',
  birthDate: '1990-02-28',
  sex: null,
  heightM: 1.7,
  massKg: 60,
  notes: '',
} as const;
const visit = (clientId: string) => ({
  clientId,
  date: '2026-03-01',
  purpose: 'baseline',
  footwear: '',
  speedMs: 3,
  inclinePct: 0,
  painBefore: 2,
  painAfter: 1,
  notes: '',
});

const homes: string[] = [];
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});
/** A home that outlives the program. */
function freshHome(): string {
  homes.push(mkdtempSync(path.join(tmpdir(), 'openstride home ')));
  return homes.at(-1)!;
}

const page = ({ fake }: RunningMain): FakeContents => fake.machine.windows[0].webContents;
/** Whether a page's event was prevented. */
function prevented({ fake }: RunningMain, contents: FakeContents, name: string, fields: object): boolean {
  const event = fake.cancellable(fields);
  contents.emit(name, event);
  return event.defaultPrevented;
}

describe('the window', () => {
  it('is sandboxed and isolated, has no Node, and loads the app’s own protocol', async () => {
    const main = await start();
    const { webPreferences } = main.fake.machine.windows[0].options;
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
    expect(Object.keys(webPreferences ?? {})).not.toContain('allowRunningInsecureContent');
    expect(webPreferences?.preload).toMatch(/[\\/]preload[\\/]index\.cjs$/);
    expect(main.fake.machine.sandboxed).toBe(true);
    expect(page(main).url).toBe('app://openstride/index.html');
    expect(main.fake.machine.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
  });

  it('goes to no other page, frames only what the page made, opens no window, attaches no webview', async () => {
    const main = await start();
    const contents = page(main);
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://openstride/other.html',
      'app://evil/index.html',
    ])
      expect(prevented(main, contents, 'will-navigate', { url }), url).toBe(true);
    expect(prevented(main, contents, 'will-navigate', { url: 'app://openstride/index.html#/clients' })).toBe(false);
    const frame = (url: string) => prevented(main, contents, 'will-frame-navigate', { url, isMainFrame: false });
    for (const url of ['https://example.org/', 'app://openstride/index.html', 'blob:https://example.org/1'])
      expect(frame(url), url).toBe(true);
    expect(frame('blob:app://openstride/1')).toBe(false);
    expect(prevented(main, contents, 'will-redirect', { url: 'app://openstride/index.html' })).toBe(true);
    expect(prevented(main, contents, 'will-attach-webview', {})).toBe(true);
    expect(contents.onOpen({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    expect(main.fake.machine.asked).toEqual([]);
    expect(contents.onOpen({ url: 'https://doi.org/10.1234/5' })).toEqual({ action: 'deny' });
    expect(contents.onOpen({ url: 'https://doi.org.evil.example/' })).toEqual({ action: 'deny' });
    expect(main.fake.machine.asked).toEqual([{ what: 'outside', details: 'https://doi.org/10.1234/5' }]);
  });

  it('has no permission, no dictionary from elsewhere, and reaches nothing outside this computer', async () => {
    const { session } = (await start()).fake;
    const granted: boolean[] = [];
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal'])
      session.defaultSession.onPermission(null, permission, (answer) => granted.push(answer));
    expect(granted).toEqual([false, false, false, false, false]);
    expect(session.defaultSession.onCheck()).toBe(false);
    expect(session.defaultSession.onDevice()).toBe(false);
    expect(session.defaultSession.spellChecker).toBe(false);
    const cancelled: boolean[] = [];
    for (const url of [
      'https://example.org/a',
      'http://127.0.0.1:80/',
      'file:///etc/passwd',
      'ws://example.org/',
      'app://openstride/a',
    ])
      session.defaultSession.beforeRequest({ url }, ({ cancel }) => cancelled.push(cancel));
    expect(cancelled).toEqual([true, true, true, true, false]);
  });

  it('is shown when it has painted, in the colour of the theme, and after a second in any case', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const main = await start({
        before: (machine) => {
          machine.darkColours = true;
        },
      });
      const [window] = main.fake.machine.windows;
      expect([window.visible, window.background]).toEqual([false, tokens('dark')]);
      vi.advanceTimersByTime(900);
      expect(window.visible).toBe(false);
      vi.advanceTimersByTime(100);
      expect(window.visible).toBe(true);
    } finally {
      vi.useRealTimers();
    }
    const light = await start();
    const [window] = light.fake.machine.windows;
    window.emit('ready-to-show');
    expect([window.visible, window.background]).toEqual([true, tokens('light')]);
  });
});

/** The page's own background. */
function tokens(theme: 'light' | 'dark'): string {
  const found = readFileSync('renderer/style/tokens.css', 'utf8').match(/--paper: (#\w+)/g) ?? [];
  return (found[theme === 'light' ? 0 : 1] ?? '').replace('--paper: ', '');
}

describe('calls', () => {
  it('of the app’s page reach a library in Documents; those of any other frame are refused', async () => {
    const main = await start();
    const about = await main.call('app.about', null);
    expect(about).toMatchObject({
      ok: true,
      value: { host: 'desktop', libraryFolder: main.library, firstStart: true },
    });
    const refused = { ok: false, error: { code: 'foreign-origin' } };
    expect(await main.call('app.about', null, { url: 'https://example.org/' })).toMatchObject(refused);
    expect(await main.call('app.about', null, { url: 'app://print/report.html' })).toMatchObject(refused);
    expect(await main.call('app.about', null, { parent: {} })).toMatchObject(refused);
    await expect(main.ask({ kind: 'choose-films' }, { url: 'https://example.org/' })).rejects.toThrow(
      'Only OpenStride',
    );
    await expect(main.ask({ kind: 'choose-films' }, { parent: {} })).rejects.toThrow('Only OpenStride');
    await expect(main.ask({ kind: 'run', command: 'ls' })).rejects.toThrow('no such action');
    await expect(main.ask({ kind: 'choose-save', what: 'report', name: 'a', filters: [] })).rejects.toThrow('no such');
    expect([...main.fake.ipcMain.invoked.keys()].sort()).toEqual(['openstride:call', 'openstride:desktop']);
  });

  it('no port is listened on', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen');
    const main = await start();
    expect(await main.call('clients.list', null)).toEqual({ ok: true, value: [] });
    await main.stop();
    expect(listen).not.toHaveBeenCalled();
    listen.mockRestore();
  });

  it('a page that begins to listen hears what there is; another frame hears nothing', async () => {
    const main = await start();
    const client = await added(main);
    const session = await main.call('sessions.add', visit(client));
    if (!session.ok) throw new Error(session.error.message);
    const file = path.join(main.home, 'nothing.mp4');
    writeFileSync(file, 'no film');
    await main.call('imports.add', { sessionId: session.value.id, file });
    main.listen('news', { url: 'https://example.org/' });
    await main.call('clients.list', null);
    const before = main.heard(IPC_NEWS).length;
    main.listen('news');
    await vi.waitFor(() => expect(main.heard(IPC_NEWS).length).toBeGreaterThan(before));
  });

  it('the protocol gives the page under its headers, and the library’s films in parts', async () => {
    const main = await start();
    await main.call('clients.list', null);
    writeFileSync(path.join(main.library, 'proxies', 'film.mp4'), 'abcdefghij');
    const get = (url: string, headers = {}) => main.fake.protocol.handlers.get('app')!(new Request(url, { headers }));
    const html = await get('app://openstride/index.html');
    expect(html.status).toBe(200);
    expect(html.headers.get('content-security-policy')).toBe(PAGE_HEADERS['Content-Security-Policy']);
    const part = await get('app://openstride/files/proxies/film.mp4', { range: 'bytes=2-4' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', 'cde']);
    for (const url of [
      'app://openstride/library.db',
      'app://evil/index.html',
      'app://openstride/files/videos/x',
      'app://openstride/files/proxies/..%2flibrary.db',
    ])
      expect((await get(url)).status, url).toBe(404);
  });
});

async function added(main: RunningMain): Promise<string> {
  const answer = await main.call('clients.add', ANNA);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.id;
}

describe('starting and ending', () => {
  it('a second copy opens nothing and leaves its films to the first', async () => {
    const main = await start({
      before: (machine) => {
        machine.isFirstCopy = false;
      },
    });
    expect(main.fake.machine.windows).toEqual([]);
    expect(main.fake.machine.exitCode).toBe(0);
    expect(existsSync(main.library)).toBe(false);
  });

  it('films opened with OpenStride wait until the page listens, then each is told once', async () => {
    const film = (home: string, name: string) => {
      const file = path.join(home, name);
      writeFileSync(file, '');
      return file;
    };
    const home = freshHome();
    const main = await start({
      home,
      args: [film(home, 'a b.MOV'), '--library', path.join(home, 'other'), 'gone.mp4'],
    });
    main.listen('commands', { url: 'https://example.org/' });
    expect(main.heard(IPC_COMMAND)).toEqual([]);
    main.listen('commands');
    expect(main.heard(IPC_COMMAND)).toEqual([{ kind: 'import', files: [path.join(home, 'a b.MOV')] }]);
    film(home, 'c.mkv');
    main.fake.machine.windows[0].minimised = true;
    main.fake.app.emit('second-instance', {}, ['OpenStride', '--flag', 'c.mkv', 'notes.txt'], home);
    expect(main.heard(IPC_COMMAND).slice(1)).toEqual([{ kind: 'import', files: [path.join(home, 'c.mkv')] }]);
    expect([main.fake.machine.windows[0].minimised, main.fake.machine.windows[0].focused]).toEqual([false, 1]);
    const opened = main.fake.cancellable();
    main.fake.app.emit('open-file', opened, '/films/d.m4v');
    expect(opened.defaultPrevented).toBe(true);
    expect(main.heard(IPC_COMMAND).at(-1)).toEqual({ kind: 'import', files: ['/films/d.m4v'] });
    expect(await main.call('app.about', null)).toMatchObject({ value: { libraryFolder: path.join(home, 'other') } });
  });

  it('the library is closed in order, and the same user opens it again with the key from the keychain', async () => {
    const first = await start({ home: freshHome() });
    await added(first);
    const { home } = first;
    const kept = path.join(home, 'userData', 'library.key.sealed');
    first.fake.app.quit();
    await vi.waitFor(() => expect(first.fake.machine.exitCode).toBe(0));
    expect(existsSync(kept)).toBe(true);
    const second = await start({ home });
    expect(await second.call('clients.list', null)).toMatchObject({
      ok: true,
      value: [{ client: { name: ANNA.name } }],
    });
  });

  it('a library that another program has open is said, and the program ends', async () => {
    const first = await start();
    await first.call('clients.list', null);
    const second = await start({ home: first.home });
    await vi.waitFor(() => expect(second.fake.machine.exitCode).toBe(1));
    expect(second.fake.machine.asked).toMatchObject([
      {
        what: 'error',
        details: expect.stringMatching(/cannot open its library: .*already open in another OpenStride/),
      },
    ]);
    expect(readFileSync(path.join(first.home, 'userData', 'mistakes.log'), 'utf8')).toContain(
      'already open in another',
    );
  });

  it('where there is no keychain the clinician decides; whoever quits leaves no library', async () => {
    const noKeychain =
      (response: number): MainOptions['before'] =>
      (machine) => {
        machine.keychain.backend = 'basic_text';
        machine.answers.push({ response });
      };
    if (process.platform !== 'linux') return; // elsewhere the system always has one
    const quit = await start({ before: noKeychain(1) });
    await vi.waitFor(() => expect(quit.fake.machine.exitCode).toBe(0));
    expect(quit.fake.machine.asked).toMatchObject([{ what: 'message', details: { message: /no keychain/ } }]);
    expect(existsSync(quit.library)).toBe(false);
    const agreed = await start({ before: noKeychain(0) });
    expect(await agreed.call('clients.list', null)).toEqual({ ok: true, value: [] });
    expect(existsSync(path.join(agreed.home, 'config', 'openstride', 'library.key'))).toBe(true);
  });

  it('a copy of the key opens a library whose keychain has forgotten it', async () => {
    const first = await start({ home: freshHome() });
    await added(first);
    const copy = path.join(first.home, 'key copy');
    first.fake.machine.answers.push({ canceled: false, filePath: copy }, { response: 0 });
    const file = first.fake.machine.menu.find(({ label }) => label === '&File')!.submenu as {
      label?: string;
      click?: () => void;
    }[];
    file.find(({ label }) => label?.startsWith('Keep a copy'))!.click!();
    await vi.waitFor(() => expect(existsSync(copy)).toBe(true));
    await vi.waitFor(() => expect(first.fake.machine.answers).toEqual([]));
    const { home } = first;
    first.fake.app.quit();
    await vi.waitFor(() => expect(first.fake.machine.exitCode).toBe(0));
    // The keychain of another computer: what it gives back is not this library's key.
    const sealed = path.join(home, 'userData', 'library.key.sealed');
    writeFileSync(
      sealed,
      Buffer.from(Buffer.alloc(32, 7).toString('base64')).map((byte) => byte ^ 0xff),
    );
    const before: MainOptions['before'] = (machine) =>
      machine.answers.push({ response: 0 }, { canceled: false, filePaths: [copy] });
    const second = await start({ home, before });
    expect(await second.call('clients.list', null)).toMatchObject({
      ok: true,
      value: [{ client: { name: ANNA.name } }],
    });
    await second.stop();
    expect(existsSync(`${sealed}.1`)).toBe(true); // what was sealed before may open another library
    const third = await start({ home }); // the keychain has it again
    expect(await third.call('clients.list', null)).toMatchObject({
      ok: true,
      value: [{ client: { name: ANNA.name } }],
    });
  });

  it('a keychain that gives nothing back is said, and a copy of the key opens the library all the same', async () => {
    const first = await start({ home: freshHome() });
    await added(first);
    const { home } = first;
    first.fake.app.quit();
    await vi.waitFor(() => expect(first.fake.machine.exitCode).toBe(0));
    const sealed = readFileSync(path.join(home, 'userData', 'library.key.sealed')).map((byte) => byte ^ 0xff);
    const copy = path.join(home, 'copy');
    writeFileSync(copy, `openstride-key-1:${Buffer.from(sealed).toString()}\n`);
    const second = await start({
      home,
      before: (machine) => {
        machine.keychain.broken = true;
        machine.answers.push({ response: 0 }, { canceled: false, filePaths: [copy] });
      },
    });
    expect(await second.call('clients.list', null)).toMatchObject({
      ok: true,
      value: [{ client: { name: ANNA.name } }],
    });
    expect(second.fake.machine.asked).toMatchObject([
      { what: 'message', details: { detail: expect.stringMatching(/keychain does not give back the key/) } },
      { what: 'open' },
    ]);
  });
});

describe('trouble', () => {
  it('a page that dies is loaded again and says so; one that keeps dying ends in a sentence', async () => {
    const main = await start();
    main.listen('commands');
    const die = () => page(main).emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    die();
    expect(page(main).reloads).toBe(1);
    expect(main.heard(IPC_COMMAND)).toEqual([]);
    main.listen('commands');
    expect(main.heard(IPC_COMMAND)).toMatchObject([{ kind: 'say', sentence: /loaded again/ }]);
    for (let i = 0; i < 3; i++) die();
    await vi.waitFor(() => expect(main.fake.machine.exitCode).toBe(0));
    expect(main.fake.machine.asked).toMatchObject([{ what: 'error', details: /keeps stopping/ }]);
  });

  it('a mistake in the main process is noted, said, and ends the program', async () => {
    const main = await start();
    const ours = process.listeners('uncaughtException').at(-1)!;
    ours(new Error('a mistake for the test'), 'uncaughtException');
    expect(main.fake.machine.exitCode).toBe(1);
    expect(main.fake.machine.asked).toMatchObject([{ what: 'error', details: /mistakes\.log/ }]);
    expect(readFileSync(path.join(main.home, 'userData', 'mistakes.log'), 'utf8')).toContain('a mistake for the test');
  });

  it('the window comes back where it was, as large and as light', async () => {
    const first = await start({ home: freshHome() });
    first.fake.machine.windows[0].maximised = true;
    page(first).zoom = 1.5;
    await first.call('settings.change', { fields: { theme: 'dark' } });
    expect(first.fake.nativeTheme.themeSource).toBe('dark');
    first.fake.app.quit();
    await vi.waitFor(() => expect(first.fake.machine.exitCode).toBe(0));
    const second = await start({ home: first.home });
    const [window] = second.fake.machine.windows;
    expect([window.maximised, window.webContents.zoom, window.background]).toEqual([true, 1.5, tokens('dark')]);
  });
});
