// Where the key to a library comes from: a passphrase or a key file; the desktop app adds the system's keychain.
import { randomBytes, scrypt } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from '../export/diskTrouble.ts';

/** A place that keeps, or a person who knows, what opens a library. */
export interface KeyPort {
  /** @param salt 16 bytes of this library  @returns 32 bytes, the same every time */
  unlock(salt: Uint8Array): Promise<Uint8Array>;
}

/** OWASP's least for scrypt (Password Storage Cheat Sheet, 2024): N = 2^17, r = 8, p = 1; 128 MB and some 0.4 s per guess. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 } as const;

const KEY_BYTES = 32;
const KEY_FILE_HEAD = 'openstride-key-1:';

/** A passphrase somebody types. @throws RangeError when it is empty */
export function passphraseKey(passphrase: string): KeyPort {
  if (passphrase === '') throw new RangeError('An empty passphrase protects nothing.');
  return {
    unlock: (salt) =>
      new Promise((resolve, reject) =>
        scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT, (error, key) =>
          error ? reject(error) : resolve(key),
        ),
      ),
  };
}

/** 32 bytes that somebody else keeps, e.g. the system's keychain. */
export function bytesKey(bytes: Uint8Array): KeyPort {
  if (bytes.length !== KEY_BYTES) throw new RangeError(`A key has ${KEY_BYTES} bytes, not ${bytes.length}.`);
  return { unlock: async () => bytes };
}

/** A file made by {@link makeKeyFile}. Unlocking throws GaitError `wrong-key` when it is not there. */
export function keyFileKey(file: string): KeyPort {
  return {
    unlock: async () => {
      const text = await readFile(file, 'utf8').catch((error) => {
        throw new GaitError('wrong-key', `The key file ${file} cannot be read.`, { cause: error });
      });
      const key = Buffer.from(text.trim().slice(KEY_FILE_HEAD.length), 'base64');
      if (!text.startsWith(KEY_FILE_HEAD) || key.length !== KEY_BYTES)
        throw new GaitError('wrong-key', `${file} is not a key file of OpenStride.`);
      return key;
    },
  };
}

/**
 * Writes a key to a file that only its owner can read.
 * @param key 32 bytes; a new one when left out
 * @throws GaitError `not-writable` when the file is there already
 */
export async function makeKeyFile(file: string, key: Uint8Array = randomBytes(KEY_BYTES)): Promise<void> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(`${KEY_FILE_HEAD}${Buffer.from(key).toString('base64')}\n`);
    await handle.sync();
    await handle.close();
  } catch (error) {
    throw diskTrouble(error, file);
  }
}
