// Where OpenStride keeps a library and its key when nobody says otherwise.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskTrouble } from '../export/diskTrouble.ts';
import { type KeyPort, keyFileKey, makeKeyFile } from '../store/keyPort.ts';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
}

const here = (): Surroundings => ({ platform: process.platform, home: homedir(), env: process.env });

/** The user's documents where there is such a folder, else their home. */
export function defaultLibrary({ home, env }: Surroundings = here()): string {
  const documents = env.XDG_DOCUMENTS_DIR || path.join(home, 'Documents');
  return path.join(existsSync(documents) ? documents : home, 'OpenStride');
}

/** Where the system wants programs to keep what is the user's own, away from the library: whoever copies that has no key. */
export function configFolder({ platform, home, env }: Surroundings = here()): string {
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'OpenStride');
  if (platform === 'win32') return path.join(env.APPDATA || path.join(home, 'AppData', 'Roaming'), 'OpenStride');
  return path.join(env.XDG_CONFIG_HOME || path.join(home, '.config'), 'openstride');
}

/**
 * The key file of this user, made at the first start and readable by them alone.
 * @throws GaitError `not-writable`, `disk-full`
 */
export async function ownKey(folder = configFolder()): Promise<{ readonly key: KeyPort; readonly file: string }> {
  const file = path.join(folder, 'library.key');
  if (!existsSync(file)) {
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw diskTrouble(error, folder);
    });
    await makeKeyFile(file);
  }
  return { key: keyFileKey(file), file };
}

/** The page as it was built; null when it was not, as in a fresh checkout. */
export function builtPage(): string | null {
  // Two folders up from here is the root, from electron/host and from out/main alike.
  const folder = fileURLToPath(new URL('../../out/renderer', import.meta.url));
  return existsSync(path.join(folder, 'index.html')) ? folder : null;
}
