// The real preload.ts over a thin Electron: the page gets what DesktopBridge says, over the channels that main knows, and nothing of Electron.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppCommand, DesktopBridge } from '../../../core/api/bridge.ts';
import type { ApiNews } from '../../../core/api.ts';

type Fake = typeof import('../../support/fakeElectron.ts');

let fake: Fake;
let bridge: DesktopBridge;

beforeEach(async () => {
  vi.resetModules();
  fake = await import('../../support/fakeElectron.ts');
  await import('../../../electron/preload.ts');
  bridge = fake.exposed.get('openstride') as DesktopBridge;
});

describe('the bridge', () => {
  it('is all that the page gets', () => {
    expect([...fake.exposed.keys()]).toEqual(['openstride']);
    expect(Object.keys(bridge).sort()).toEqual([
      'call',
      'chooseFilms',
      'chooseOpen',
      'chooseSave',
      'host',
      'onCommand',
      'onNews',
      'pathForFile',
      'showInFolder',
    ]);
    expect(bridge.host).toBe('desktop');
  });

  it('sends each wish over the channel that main answers', async () => {
    const asked: unknown[] = [];
    fake.ipcRenderer.answer = async (...args) => {
      asked.push(args);
      return null;
    };
    await bridge.call('clients.open', { clientId: 'c' });
    await bridge.chooseFilms();
    await bridge.chooseSave('report', 'Anna.pdf');
    await bridge.chooseOpen('backup');
    await bridge.showInFolder('/a/b');
    expect(asked).toEqual([
      ['openstride:call', 'clients.open', { clientId: 'c' }],
      ['openstride:desktop', { kind: 'choose-films' }],
      ['openstride:desktop', { kind: 'choose-save', what: 'report', name: 'Anna.pdf' }],
      ['openstride:desktop', { kind: 'choose-open', what: 'backup' }],
      ['openstride:desktop', { kind: 'show-in-folder', file: '/a/b' }],
    ]);
    expect(bridge.pathForFile({ name: 'a.mp4', size: 1, path: '/films/a.mp4' } as never)).toBe('/films/a.mp4');
  });

  it('news and commands come without Electron’s event, until nobody listens', () => {
    const news: ApiNews[] = [];
    const commands: AppCommand[] = [];
    const stop = bridge.onNews((one) => news.push(one));
    bridge.onCommand((one) => commands.push(one));
    expect(fake.ipcRenderer.said).toEqual([
      ['openstride:listening', 'news'],
      ['openstride:listening', 'commands'],
    ]);
    const event = { sender: fake.ipcRenderer };
    fake.ipcRenderer.emit('openstride:news', event, { kind: 'library' });
    fake.ipcRenderer.emit('openstride:command', event, { kind: 'keys' });
    stop();
    fake.ipcRenderer.emit('openstride:news', event, { kind: 'library' });
    expect([news, commands]).toEqual([[{ kind: 'library' }], [{ kind: 'keys' }]]);
  });

  it('a call that the program no longer answers comes back as a sentence', async () => {
    expect(await bridge.call('app.about', null)).toMatchObject({ ok: false, error: { message: /no longer answers/ } });
  });
});
