// A copy of the library's key for a safe place: a backup cannot be read on another computer without it.
import { type BrowserWindow, dialog } from 'electron';
import { GaitError } from '../../core/errors.ts';
import { type KeyPort, makeKeyFile } from '../store/keyPort.ts';

/** Asks where to, writes the copy and says what it is for. A file that is there is never replaced. */
export async function keepKey(window: BrowserWindow, key: KeyPort): Promise<void> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Keep a copy of the key',
    defaultPath: 'openstride-library.key',
  });
  if (canceled || filePath === '') return;
  try {
    await makeKeyFile(filePath, await key.unlock(new Uint8Array(16)));
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    dialog.showErrorBox('The copy was not written', error.message);
    return;
  }
  await dialog.showMessageBox(window, {
    type: 'info',
    title: 'OpenStride',
    message: 'The copy of the key is written.',
    detail:
      `${filePath}\nKeep it away from this computer and from the backups, e.g. on a stick in a locked drawer: with it a backup ` +
      'can be opened on another computer, and whoever has both can read your clients’ data.',
  });
}
