// The same calls for Electron's main process: its ipcMain is handed in, so that nothing here needs Electron.
import type { ApiHandlers, ApiNews } from '../../core/api.ts';
import { callApi, type OnMistake } from './callApi.ts';

/** The one channel for calls and the one for news. */
export const IPC_CALL = 'openstride:call';
export const IPC_NEWS = 'openstride:news';

/** What is used of an IpcMainInvokeEvent. */
interface CallEvent {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** What is used of Electron's ipcMain. */
export interface IpcMainLike {
  handle(channel: string, listener: (event: CallEvent, name: unknown, input: unknown) => unknown): void;
  removeHandler(channel: string): void;
}

/** What is used of a window's webContents. */
export interface NewsTarget {
  isDestroyed(): boolean;
  send(channel: string, news: ApiNews): void;
}

/**
 * Answers the page's calls. Only the top frame of the app's own page is heard: a frame that shows something else is not.
 * @param pageOrigin for example `app://openstride`
 * @returns stops answering
 */
export function attachIpc(
  ipc: IpcMainLike,
  handlers: ApiHandlers,
  { pageOrigin, onMistake }: { readonly pageOrigin: string; readonly onMistake: OnMistake },
): () => void {
  ipc.handle(IPC_CALL, async ({ senderFrame }, name, input) => {
    if (!senderFrame || senderFrame.parent !== null || !isOfPage(senderFrame.url, pageOrigin)) {
      return { ok: false, error: { code: 'foreign-origin', message: 'Only OpenStride itself may ask.' } };
    }
    return callApi(handlers, String(name), input, onMistake);
  });
  return () => ipc.removeHandler(IPC_CALL);
}

/** Sends news to every window that is still there. */
export function tellWindows(windows: Iterable<NewsTarget>, news: ApiNews): void {
  for (const window of windows) if (!window.isDestroyed()) window.send(IPC_NEWS, news);
}

/** URL.origin is "null" for schemes of one's own, so protocol and host are compared. */
function isOfPage(url: string, pageOrigin: string): boolean {
  if (!URL.canParse(url)) return false;
  const [sender, page] = [new URL(url), new URL(pageOrigin)];
  return sender.protocol === page.protocol && sender.host === page.host;
}
