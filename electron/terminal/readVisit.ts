// What a word of the command line stands for: one stored result, or a visit of several films.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import type { View } from '../../core/types.ts';
import { readResult, type StoredTrial } from '../export/readResult.ts';

/** Whether a word names a film rather than a result. */
export async function isFilm(place: string): Promise<boolean> {
  const found = await stat(place).catch(() => null);
  return found?.isFile() === true && path.extname(place).toLowerCase() !== '.json';
}

/**
 * The results at a place: of a result.json or its folder the one, of a folder of such folders all of them.
 * @throws GaitError `result-unreadable` when there is none, or two from the same side
 */
export async function readVisit(place: string): Promise<readonly StoredTrial[]> {
  const folders = await resultFolders(place);
  const trials = await Promise.all((folders.length > 0 ? folders : [place]).map(readResult));
  const twice = trials.find((trial, i) => trials.findIndex((other) => viewOf(other) === viewOf(trial)) < i);
  if (twice === undefined) return trials;
  const message = `${path.basename(place)} holds more than one film ${WORDS[viewOf(twice)]}; name the folder of the one that counts.`;
  throw new GaitError('result-unreadable', message);
}

const viewOf = ({ result }: StoredTrial): View => result.capture.view;
const WORDS: Readonly<Record<View, string>> = {
  left: 'from the left',
  right: 'from the right',
  posterior: 'from behind',
};

/** Folders inside that hold a result, by name; empty when the place holds one itself or is a file. */
async function resultFolders(place: string): Promise<readonly string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.name === 'result.json')) return [];
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(place, entry.name));
  const holds = await Promise.all(folders.map((folder) => stat(path.join(folder, 'result.json')).catch(() => null)));
  return folders.filter((_, i) => holds[i] !== null).sort();
}
