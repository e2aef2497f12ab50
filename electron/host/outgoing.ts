// The library's outgoing folder: files that a browser will fetch as downloads lie in it until the program starts again.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { WrittenFile } from '../../core/api/views.ts';
import { API_PATHS } from '../../core/api.ts';
import type { Library } from '../store/openLibrary.ts';

/**
 * A path in the outgoing folder that is not taken: the words, today's date, and a number from the second on.
 * @param ending with its point, e.g. `.xlsx`
 */
export function outgoingFile(library: Library, words: string, ending: string): Promise<string> {
  return freeFile(library, `${words} ${new Date().toISOString().slice(0, 10)}${ending}`);
}

/** A path in the outgoing folder that is not taken. @param name wanted; a number follows its words from the second on */
export async function freeFile(library: Library, name: string): Promise<string> {
  const taken = new Set(await readdir(library.folder.outgoing));
  const { name: words, ext: ending } = path.parse(name);
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${words} (${number})${ending}`;
    if (!taken.has(free)) return path.join(library.folder.outgoing, free);
  }
}

/** What is told of a file that was written. @param withoutFilm names of films that are not inside */
export async function writtenFile(
  library: Library,
  file: string,
  withoutFilm: readonly string[] = [],
): Promise<WrittenFile> {
  const isOutgoing = path.dirname(file) === library.folder.outgoing;
  const downloadPath = isOutgoing ? `${API_PATHS.files}outgoing/${encodeURIComponent(path.basename(file))}` : null;
  return { file, bytes: (await stat(file)).size, downloadPath, withoutFilm };
}
