// What the page may ask of the desktop beside the calls of the contract: checked like those, and for the app's own page only.
import { BrowserWindow, ipcMain } from 'electron';
import { z } from 'zod';
import { OPEN_KINDS, SAVE_KINDS } from '../../core/api/bridge.ts';
import { IPC_DESKTOP } from '../host/ipcChannels.ts';
import { isOwnPage } from '../host/ipcHost.ts';
import { PAGE_ORIGIN } from './appScheme.ts';
import { chooseFilms, chooseOpen, chooseSave, showInFolder } from './fileDialogs.ts';

const Action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choose-films') }),
  z.strictObject({ kind: z.literal('choose-save'), what: z.enum(SAVE_KINDS), name: z.string().max(255) }),
  z.strictObject({ kind: z.literal('choose-open'), what: z.enum(OPEN_KINDS) }),
  z.strictObject({ kind: z.literal('show-in-folder'), file: z.string().max(4096) }),
]);

/** One thing that the page asks of the desktop. */
export type DesktopAction = z.infer<typeof Action>;

/** Answers the page's wishes. @throws TypeError to whoever asks for something else or is not the app's page */
export function attachDesktopActions(): void {
  ipcMain.handle(IPC_DESKTOP, (event, asked: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!isOwnPage(event.senderFrame, PAGE_ORIGIN) || !window) throw new TypeError('Only OpenStride itself may ask.');
    const action = Action.safeParse(asked);
    if (!action.success) throw new TypeError('There is no such action.');
    return act(action.data, window);
  });
}

function act(action: DesktopAction, window: BrowserWindow): unknown {
  if (action.kind === 'choose-films') return chooseFilms(window);
  if (action.kind === 'choose-save') return chooseSave(window, action.what, action.name);
  if (action.kind === 'choose-open') return chooseOpen(window, action.what);
  return showInFolder(action.file);
}
