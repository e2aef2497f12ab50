// What was dropped or chosen: films to take in, and a sentence for everything that is none.
import { fill } from '../../core/report/formatNumber.ts';
import { SESSION_TEXT } from '../text/sessionText.ts';
import type { FilmSource } from './filmImports.ts';

/** Endings of films whose type the browser does not know. */
export const FILM_ENDINGS = ['mp4', 'mov', 'm4v', 'avi', 'mkv', 'webm', 'mts', 'm2ts', '3gp', 'mpg', 'mpeg', 'wmv'];

const text = SESSION_TEXT.films;

export interface Dropped {
  readonly films: readonly FilmSource[];
  /** Why the others are not taken. */
  readonly refused: readonly string[];
}

/** @param transfer of a drop */
export function droppedFilms(transfer: DataTransfer): Dropped {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const folders = new Set(
    items.flatMap((item) => {
      const entry = item.webkitGetAsEntry();
      return entry?.isDirectory ? [entry.name] : [];
    }),
  );
  return sorted([...transfer.files], folders);
}

/** @param files from the file chooser */
export function chosenFilms(files: readonly File[]): Dropped {
  return sorted(files, new Set());
}

function sorted(files: readonly File[], folders: ReadonlySet<string>): Dropped {
  const films: FilmSource[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const { name } = file;
    if (folders.has(name)) refused.push(fill(text.folder, { name }));
    else if (!isFilm(file)) refused.push(fill(text.notFilm, { name }));
    else if (window.openstride && window.openstride.pathForFile(file) === '') refused.push(fill(text.noDisk, { name }));
    else films.push(file);
  }
  return { films, refused };
}

function isFilm({ name, type }: File): boolean {
  return type.startsWith('video/') || FILM_ENDINGS.includes(name.replace(/^.*\./, '').toLowerCase());
}
