// The system's own dialogs for files, and its file manager.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BrowserWindow, dialog, type FileFilter, shell } from 'electron';
import type { OpenKind, SaveKind } from '../../core/api/bridge.ts';
import { FILM_EXTENSIONS } from './openedFiles.ts';

const FILMS: FileFilter = {
  name: 'Films',
  extensions: FILM_EXTENSIONS.flatMap((extension) => [extension, extension.toUpperCase()]),
};

/** Backups and clients are named by whoever writes them; everything else keeps the ending of its kind. */
const SAVED: Readonly<Record<SaveKind, { readonly title: string; readonly kindName: string | null }>> = {
  backup: { title: 'Back up the library', kindName: null },
  client: { title: 'Hand over a client', kindName: null },
  report: { title: 'Save the report', kindName: 'Report' },
  table: { title: 'Save the numbers', kindName: 'Table' },
  film: { title: 'Save the film', kindName: 'Film' },
  picture: { title: 'Save the picture', kindName: 'Picture' },
};

const OPENED: Readonly<Record<OpenKind, string>> = {
  backup: 'Choose the backup to restore',
  client: 'Choose the client to take in',
  folder: 'Choose a folder',
};

/** @returns absolute paths, none when the dialog was left */
export async function chooseFilms(window: BrowserWindow): Promise<readonly string[]> {
  const title = 'Choose films to import';
  const properties = ['openFile', 'multiSelections'] as const;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters: [FILMS],
    properties: [...properties],
  });
  return canceled ? [] : filePaths;
}

/** The dialog itself asks before a file is replaced. @returns null when it was left */
export async function chooseSave(window: BrowserWindow, kind: SaveKind, suggestedName: string): Promise<string | null> {
  const { title, kindName } = SAVED[kind];
  const ending = path.extname(suggestedName).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    filters: kindName === null || ending === '' ? [] : [{ name: kindName, extensions: [ending] }],
    defaultPath: path.basename(suggestedName),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** @returns null when the dialog was left */
export async function chooseOpen(window: BrowserWindow, kind: OpenKind): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: OPENED[kind],
    properties: [kind === 'folder' ? 'openDirectory' : 'openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** @returns false when it is not there */
export function showInFolder(file: string): boolean {
  if (!path.isAbsolute(file) || !existsSync(file)) return false;
  shell.showItemInFolder(file);
  return true;
}
