// Films that were opened with OpenStride: from a double click, the command line, or a second start of the program.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** Also the file associations in package.json (a test compares them) and the filter of the dialog. */
export const FILM_EXTENSIONS = ['mp4', 'mov', 'm4v', 'avi', 'mkv'] as const;

/**
 * The films among the arguments of a program start.
 * @param workingFolder relative paths start there
 * @returns absolute paths of files that exist
 */
export function filmsIn(args: readonly string[], workingFolder: string): string[] {
  return args
    .filter((arg) => !arg.startsWith('-') && isFilm(arg))
    .map((arg) => path.resolve(workingFolder, arg))
    .filter((file) => existsSync(file) && statSync(file).isFile());
}

/** Whether a file's name is that of a film. */
export function isFilm(file: string): boolean {
  return FILM_EXTENSIONS.some((extension) => extension === path.extname(file).slice(1).toLowerCase());
}
