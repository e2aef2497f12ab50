// A folder of results that appears as a whole or not at all: everything is made in a hidden folder and moved into place at the end.

import { mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from './diskTrouble.ts';
import { isLeftBehind, ownMark } from './leftBehind.ts';
import { RESULT_FILES, type ResultFile, replaceResult, undoReplacing } from './replaceResult.ts';

/** A result in the making. */
export interface OutputFolder {
  /** Where it will stand. */
  readonly target: string;
  /** Where to write one of its files now. */
  path(file: ResultFile): string;
  /**
   * Moves everything into place. An older OpenStride result there is replaced, other files there stay as they are.
   * @throws GaitError `disk-full`, `not-writable`; the older result stands then as it was
   */
  commit(): Promise<void>;
  /** Throws everything away; for failures and cancelling. Does nothing after {@link OutputFolder.commit}. */
  discard(): Promise<void>;
}

/**
 * Opens a folder for a result before the work is done, so that a folder that may not be written is told at once.
 * @param folder may exist already, with an older result or with files of others
 * @throws GaitError `not-writable`, `disk-full`; `output-exists` when a file of a result's name is there that is not from OpenStride
 */
export async function openOutputFolder(folder: string): Promise<OutputFolder> {
  const target = resolve(folder);
  try {
    const created = await makeParents(target);
    const exists = await isFolder(target);
    // Inside a folder that exists, because it may be a disk of its own and its parent may be closed to us.
    const [inside, beside] = [join(target, '.openstride-'), besideOf(target)];
    for (const prefix of [inside, beside]) await sweepStaging(prefix, target);
    if (exists) await refuseForeignFiles(target);
    const staging = await makeHidden(exists ? inside : beside, created);
    let open = true;
    const clean = async () => {
      open = false;
      await rm(staging, { recursive: true, force: true });
      for (const parent of created) await rmdir(parent).catch(() => {}); // only those still empty
    };
    return {
      target,
      path: (file) => join(staging, file),
      commit: async () => {
        try {
          await ((await isFolder(target)) ? moveInto(staging, target) : rename(staging, target));
          open = false;
        } catch (error) {
          await clean();
          throw diskTrouble(error, target);
        }
        await rm(staging, { recursive: true, force: true });
      },
      discard: async () => {
        if (open) await clean();
      },
    };
  } catch (error) {
    throw diskTrouble(error, target);
  }
}

function besideOf(target: string): string {
  return join(dirname(target), `.${basename(target).slice(0, 60)}.openstride-`);
}

/** Between the staging folder's name and that of the older result, while they are swapped. */
const OLD = '-old-';

async function moveInto(staging: string, target: string): Promise<void> {
  await refuseForeignFiles(target);
  await replaceResult(staging, await makeHidden(staging + OLD), target);
}

/** Removes what runs that were killed had made so far; an older result that one of them was replacing is put back first. */
async function sweepStaging(prefix: string, target: string): Promise<void> {
  const folder = dirname(prefix);
  const names = await readdir(folder).catch(() => []); // not there yet, or closed to us: then nothing was made in it
  const left: string[] = [];
  for (const name of names.filter((one) => one.startsWith(basename(prefix)))) {
    const found = await stat(join(folder, name)).catch(() => null); // somebody else was quicker
    if (found?.isDirectory() && isLeftBehind(name, found.mtimeMs)) left.push(name);
  }
  for (const name of left) if (name.includes(OLD)) await undoReplacing(join(folder, name), target);
  for (const name of left) await rm(join(folder, name), { recursive: true, force: true });
}

/**
 * Creates the folders above, one by one (Node's own recursive way never ends where the system answers ENOENT, as in /proc).
 * @returns those that were new, the deepest first
 */
async function makeParents(target: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let folder = dirname(target); !(await isFolder(folder)); folder = dirname(folder)) missing.push(folder);
  for (const folder of [...missing].reverse())
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // another film of the same call made it first
    });
  return missing;
}

/** A folder of a name nobody has, with the rights that any new folder gets (those of a temporary one would stay with the result). */
async function makeHidden(prefix: string, parents: readonly string[] = []): Promise<string> {
  const folder = prefix + ownMark();
  try {
    await mkdir(folder);
    return folder;
  } catch (error) {
    for (const parent of parents) await rmdir(parent).catch(() => {}); // only those still empty
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  throw new GaitError('not-writable', `${path} is a file, not a folder; choose another name for the result.`);
}

/** In a folder without an OpenStride result, a file of the same name is somebody's own. */
async function refuseForeignFiles(target: string): Promise<void> {
  const present = new Set(await readdir(target));
  const clashing = RESULT_FILES.filter((name) => present.has(name));
  if (clashing.length === 0 || (await holdsResult(target))) return;
  throw new GaitError(
    'output-exists',
    `${target} already holds ${clashing.join(', ')}, which OpenStride did not write; choose another folder or move them away.`,
  );
}

/** Whether the folder's result.json is one of ours. */
async function holdsResult(target: string): Promise<boolean> {
  try {
    const { schema } = JSON.parse(await readFile(join(target, 'result.json'), 'utf8')) as { schema?: unknown };
    return typeof schema === 'string' && schema.startsWith('openstride.result/');
  } catch {
    return false; // missing, or not JSON
  }
}
