// Opens the clinician's library on a desktop: where it lies, with which key, and what can be done when that fails.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog } from 'electron';
import type { ApiNews } from '../../core/api.ts';
import { GaitError } from '../../core/errors.ts';
import { type OpenApp, openApp } from '../host/openApp.ts';
import { configFolder, ownKey } from '../host/places.ts';
import { type KeyPort, keyFileKey } from '../store/keyPort.ts';
import { desktopKey, hasKeychain, type KeyPlaces, keyPlaces, sealKey } from './desktopKey.ts';
import { printPage } from './printPage.ts';
import { utilityEngine } from './utilityEngine.ts';

/** A key file holds the key as it is, so that any 16 bytes of salt give it. */
const ANY_SALT = new Uint8Array(16);

export interface DesktopLibrary {
  readonly app: OpenApp;
  readonly key: KeyPort;
}

/**
 * Opens the library, asking the clinician where it must.
 * @param args of the program: `--library=FOLDER` opens another one
 * @returns null when the clinician chose to quit
 * @throws GaitError what {@link openApp} throws
 */
export async function openDesktopLibrary(
  args: readonly string[],
  onNews: (news: ApiNews) => void,
): Promise<DesktopLibrary | null> {
  const folder = libraryFolder(args);
  const places = keyPlaces(app.getPath('userData'), path.join(configFolder(), 'library.key'));
  try {
    const key = (await desktopKey(places)) ?? (await agreeToKeyFile(places));
    return key && (await open(folder, key, onNews));
  } catch (error) {
    if (!(error instanceof GaitError && error.code === 'wrong-key')) throw error;
    const copy = await chooseKeyFile(error.message);
    if (copy === null) return null;
    const opened = await open(folder, copy, onNews);
    await keepInKeychain(places, copy);
    return opened;
  }
}

/** So that nobody is asked again; a keychain that fails costs the question at the next start and no more: the library is open. */
async function keepInKeychain(places: KeyPlaces, key: KeyPort): Promise<void> {
  try {
    if (await hasKeychain()) await sealKey(places, await key.unlock(ANY_SALT));
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
  }
}

/** Documents/OpenStride, wherever this system has the documents. */
function libraryFolder(args: readonly string[]): string {
  const { library } = parseArgs({ args: [...args], options: { library: { type: 'string' } }, strict: false }).values;
  return typeof library === 'string' ? path.resolve(library) : path.join(app.getPath('documents'), 'OpenStride');
}

async function open(folder: string, key: KeyPort, onNews: (news: ApiNews) => void): Promise<DesktopLibrary> {
  const models = app.isPackaged ? path.join(process.resourcesPath, 'models') : null;
  const startEngine = () => utilityEngine(models);
  const opened = await openApp({ folder, key, host: 'desktop', startEngine, onNews, printPdf: printPage });
  return { app: opened, key };
}

/** Where the system protects no secrets, the clinician decides; the file is the one that the browser app would use. */
async function agreeToKeyFile({ keyFile }: KeyPlaces): Promise<KeyPort | null> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'OpenStride',
    message: 'This computer has no keychain that protects the key of your library.',
    detail:
      `OpenStride can keep the key in a file that only you can read: ${keyFile}. Whoever gets this file and the library can ` +
      'read your clients’ data; encrypt the disk of this computer. Or install a keyring (GNOME Keyring, KWallet) and start again.',
    buttons: ['Keep the key in this file', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0 ? (await ownKey(path.dirname(keyFile))).key : null;
}

async function chooseKeyFile(why: string): Promise<KeyPort | null> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'OpenStride',
    message: 'The key of this computer does not open the library.',
    detail: `${why} If a copy of its key was kept in a file, choose that file.`,
    buttons: ['Choose the key file…', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response !== 0) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: 'Choose the copy of the key',
    properties: ['openFile'],
  });
  return canceled || filePaths[0] === undefined ? null : keyFileKey(filePaths[0]);
}
