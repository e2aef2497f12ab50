// Swaps an older result in a folder for a new one, file by file, so that trouble or a kill at any step can be undone.
import { access, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files an OpenStride result may consist of; the first says that a folder holds one. */
export const RESULT_FILES = [
  'result.json',
  'angles.csv',
  'events.csv',
  'keypoints.csv',
  'keypoints-clean.csv',
  'parameters.csv',
  'curves.csv',
  'results.xlsx',
  'markers.trc',
  'angles.mot',
  'motion.c3d',
  'report.pdf',
  'overlay.mp4',
] as const;

export type ResultFile = (typeof RESULT_FILES)[number];

/** Stands among the old files when all of them are aside: what lies in their place from then on is new. */
const ALL_ASIDE = '.all-aside';

/**
 * Old files aside, new ones in, result.json out first and in last, so that a folder with result.json is always whole.
 * @param staging the new files
 * @param aside an empty folder for the old ones; gone afterwards
 * @throws Error of the file system; the old ones are back then
 */
export async function replaceResult(staging: string, aside: string, target: string): Promise<void> {
  try {
    for (const name of RESULT_FILES)
      if (await isThere(join(target, name))) await rename(join(target, name), join(aside, name));
    await writeFile(join(aside, ALL_ASIDE), '');
    const made = await readdir(staging);
    for (const name of [...RESULT_FILES].reverse())
      if (made.includes(name)) await rename(join(staging, name), join(target, name));
  } catch (error) {
    await undoReplacing(aside, target);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/**
 * Puts the older result back when {@link replaceResult} did not come to its end, and leaves the new one when it did.
 * @param aside gone afterwards
 */
export async function undoReplacing(aside: string, target: string): Promise<void> {
  const old = await readdir(aside);
  if (!(await isThere(join(target, RESULT_FILES[0])))) {
    if (old.includes(ALL_ASIDE)) for (const name of RESULT_FILES) await rm(join(target, name), { force: true });
    for (const name of [...RESULT_FILES].reverse())
      if (old.includes(name)) await rename(join(aside, name), join(target, name));
  }
  await rm(aside, { recursive: true, force: true });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
