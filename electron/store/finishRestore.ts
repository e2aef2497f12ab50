// The last step of a restore, which can also be made after a crash.
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './libraryFolder.ts';

/** Puts a restored library in its place when the program was killed just before; called at every opening. */
export async function finishRestore(root: string): Promise<void> {
  const place = path.resolve(root);
  if (existsSync(place) || !existsSync(restored(place))) return;
  await rename(restored(place), place);
  await syncFolder(path.dirname(place));
}

/** Where a restored library waits, whole and checked. */
export function restored(place: string): string {
  return `${place}.restored`;
}
