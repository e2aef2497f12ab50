// The same calls for Electron's main process: its ipcMain is handed in, so that nothing here needs Electron.
import type { ApiHandlers, ApiNews } from '../../core/api.ts';
import { callApi, type OnMistake } from './callApi.ts';
import { IPC_CALL, IPC_NEWS } from './ipcChannels.ts';

/** What is used of a WebFrameMain; null = it is gone. */
export type SenderFrame = { readonly url: string; readonly parent: unknown } | null;

/** What is used of an IpcMainInvokeEvent. */
interface CallEvent {
  readonly senderFrame: SenderFrame;
}

/** What anybody else is answered. */
const FOREIGN = {
  ok: false,
  error: { code: 'foreign-origin', message: 'Only OpenStride itself may ask.' },
} as const;

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
    if (!isOwnPage(senderFrame, pageOrigin)) return FOREIGN;
    return callApi(handlers, String(name), input, onMistake);
  });
  return () => ipc.removeHandler(IPC_CALL);
}

/** Sends news to every window that is still there. */
export function tellWindows(windows: Iterable<NewsTarget>, news: ApiNews): void {
  for (const window of windows) if (!window.isDestroyed()) window.send(IPC_NEWS, news);
}

/** Whether a message comes from the top frame of the app's own page. @param pageOrigin for example `app://openstride` */
export function isOwnPage(sender: SenderFrame, pageOrigin: string): boolean {
  return sender !== null && sender.parent === null && isOfPage(sender.url, pageOrigin);
}

/** URL.origin is "null" for schemes of one's own, so protocol and host are compared. */
function isOfPage(url: string, pageOrigin: string): boolean {
  if (!URL.canParse(url)) return false;
  const [sender, page] = [new URL(url), new URL(pageOrigin)];
  return sender.protocol === page.protocol && sender.host === page.host;
}
