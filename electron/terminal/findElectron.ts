// Whether this checkout has a program of Electron that can be started; its package alone is only a description of it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Looks without loading the package, which would try to download what is missing.
 * @param root of the checkout
 * @returns the program, null when it was never downloaded
 */
export function findElectron(root: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const folder = path.join(root, 'node_modules', 'electron');
  const note = path.join(folder, 'path.txt');
  const name = existsSync(note) ? readFileSync(note, 'utf8') : 'electron';
  const program = path.join(env.ELECTRON_OVERRIDE_DIST_PATH || path.join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}
