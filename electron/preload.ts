// The only door between the page and the program: what `window.openstride` can do, and nothing else.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge } from '../core/api/bridge.ts';
import type { DesktopAction } from './desktop/desktopActions.ts';
import { IPC_CALL, IPC_COMMAND, IPC_DESKTOP, IPC_LISTENING, IPC_NEWS } from './host/ipcChannels.ts';

/** The program does not answer: it is closing. */
const GONE = {
  ok: false,
  error: {
    code: 'engine-mistake',
    message: 'OpenStride no longer answers. Start it again; everything that was saved is still there.',
  },
} as const;

function listen<T>(channel: string, what: 'news' | 'commands', hear: (message: T) => void): () => void {
  const listener = (_event: unknown, message: T) => hear(message);
  ipcRenderer.on(channel, listener);
  ipcRenderer.send(IPC_LISTENING, what);
  return () => void ipcRenderer.removeListener(channel, listener);
}

const ask = <T>(action: DesktopAction) => ipcRenderer.invoke(IPC_DESKTOP, action) as Promise<T>;

const bridge: DesktopBridge = {
  host: 'desktop',
  call: (name, input) => ipcRenderer.invoke(IPC_CALL, name, input).catch(() => GONE),
  onNews: (hear) => listen(IPC_NEWS, 'news', hear),
  onCommand: (hear) => listen(IPC_COMMAND, 'commands', hear),
  pathForFile: (file) => webUtils.getPathForFile(file as File),
  chooseFilms: () => ask({ kind: 'choose-films' }),
  chooseSave: (what, name) => ask({ kind: 'choose-save', what, name }),
  chooseOpen: (what) => ask({ kind: 'choose-open', what }),
  showInFolder: (file) => ask({ kind: 'show-in-folder', file }),
};

contextBridge.exposeInMainWorld('openstride', bridge);
