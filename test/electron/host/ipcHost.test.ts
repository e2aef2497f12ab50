// The same calls over Electron's ipc, with an ipcMain of a few lines.
import { describe, expect, it } from 'vitest';
import type { ApiHandlers, ApiNews } from '../../../core/api.ts';
import { IPC_CALL, IPC_NEWS } from '../../../electron/host/ipcChannels.ts';
import { attachIpc, type IpcMainLike, tellWindows } from '../../../electron/host/ipcHost.ts';

type Listener = Parameters<IpcMainLike['handle']>[1];

const ABOUT = { app: '1', analysis: '2', host: 'desktop', libraryFolder: '/', firstStart: true, cores: 2 };

function setUp() {
  const listeners = new Map<string, Listener>();
  const ipc: IpcMainLike = {
    handle: (channel, listener) => void listeners.set(channel, listener),
    removeHandler: (channel) => void listeners.delete(channel),
  };
  const handlers = { 'app.about': () => ({ ...ABOUT, secret: 'not in the contract' }) } as unknown as ApiHandlers;
  const detach = attachIpc(ipc, handlers, { pageOrigin: 'app://openstride', onMistake: () => undefined });
  const call = (url: string, name: unknown, input: unknown, parent: unknown = null) =>
    listeners.get(IPC_CALL)!({ senderFrame: { url, parent } }, name, input);
  return { listeners, detach, call };
}

describe('calls over ipc', () => {
  it('the app’s own page is answered, and checked like any other', async () => {
    const { call } = setUp();
    expect(await call('app://openstride/index.html', 'app.about', null)).toEqual({
      ok: true,
      value: ABOUT,
    });
    expect(await call('app://openstride/', 'app.about', 1)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(await call('app://openstride/', {}, 1)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('a frame of another page, a frame in a frame and a frame that is gone are not', async () => {
    const { call, listeners } = setUp();
    const refused = { ok: false, error: { code: 'foreign-origin' } };
    for (const url of ['https://evil.example/', 'app://evil/', 'https://openstride/', 'about:blank', '']) {
      expect(await call(url, 'app.about', null)).toMatchObject(refused);
    }
    expect(await call('app://openstride/', 'app.about', null, {})).toMatchObject(refused);
    expect(await listeners.get(IPC_CALL)!({ senderFrame: null }, 'app.about', null)).toMatchObject(refused);
  });

  it('detached, it answers nobody; news go to the windows that are still there', () => {
    const { listeners, detach } = setUp();
    detach();
    expect(listeners.size).toBe(0);
    const sent: unknown[] = [];
    const window = (gone: boolean) => ({
      isDestroyed: () => gone,
      send: (channel: string, news: ApiNews) => void sent.push([gone, channel, news]),
    });
    tellWindows([window(true), window(false)], { kind: 'clip', clipId: 'c' });
    expect(sent).toEqual([[false, IPC_NEWS, { kind: 'clip', clipId: 'c' }]]);
  });
});
