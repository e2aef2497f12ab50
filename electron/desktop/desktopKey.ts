// The library's key on a desktop: sealed by the system's keychain; a file of the user's own where there is none.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { safeStorage } from 'electron';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from '../export/diskTrouble.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import { bytesKey, type KeyPort, keyFileKey } from '../store/keyPort.ts';

const KEY_BYTES = 32;

export interface KeyPlaces {
  /** The key as the keychain sealed it. */
  readonly sealedFile: string;
  /** The key file that the browser app, or a consent given earlier, has made. */
  readonly keyFile: string;
}

/** Where a desktop's keys lie. @param keyFile of the browser app: the same library opens in both */
export function keyPlaces(userData: string, keyFile: string): KeyPlaces {
  return { sealedFile: path.join(userData, 'library.key.sealed'), keyFile };
}

/**
 * The key of this user: what was sealed earlier, else a key file that is there, else a new key for the keychain.
 * @returns null when there is no key yet and the system has no keychain that protects it
 * @throws GaitError `wrong-key` when the keychain does not give a sealed key back, `not-writable`, `disk-full`
 */
export async function desktopKey(places: KeyPlaces, platform = process.platform): Promise<KeyPort | null> {
  if (existsSync(places.sealedFile)) return bytesKey(await unseal(places.sealedFile));
  if (existsSync(places.keyFile)) return keyFileKey(places.keyFile);
  if (!(await hasKeychain(platform))) return null;
  return sealKey(places, randomBytes(KEY_BYTES));
}

/**
 * Puts a key into the keychain's care, and believes it only when it comes back. A key that was sealed before stays beside it: it may be
 * the only one to another library.
 * @throws GaitError `wrong-key` when it does not come back, `not-writable`, `disk-full`
 */
export async function sealKey({ sealedFile }: KeyPlaces, key: Uint8Array): Promise<KeyPort> {
  const sealed = await safeStorage.encryptStringAsync(Buffer.from(key).toString('base64'));
  await mkdir(path.dirname(sealedFile), { recursive: true }).catch((error: unknown) => {
    throw diskTrouble(error, sealedFile);
  });
  await keepFormer(sealedFile);
  await writeAtomically(sealedFile, sealed);
  const back = await unseal(sealedFile);
  if (!Buffer.from(back).equals(Buffer.from(key))) throw keychainTrouble(sealedFile);
  return bytesKey(back);
}

async function keepFormer(sealedFile: string): Promise<void> {
  if (!existsSync(sealedFile)) return;
  let n = 1;
  while (existsSync(`${sealedFile}.${n}`)) n++;
  await copyFile(sealedFile, `${sealedFile}.${n}`).catch((error: unknown) => {
    throw diskTrouble(error, sealedFile);
  });
}

/** Whether the system keeps secrets from other programs; on Linux without a keyring Chromium only hides them. */
export async function hasKeychain(platform = process.platform): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

async function unseal(file: string): Promise<Uint8Array> {
  try {
    const { result } = await safeStorage.decryptStringAsync(await readFile(file));
    return Buffer.from(result, 'base64');
  } catch (error) {
    throw keychainTrouble(file, error);
  }
}

function keychainTrouble(file: string, cause?: unknown): GaitError {
  const message =
    `This computer's keychain does not give back the key of the library (sealed in ${file}). Sign in as the user who made ` +
    'the library, or open it with the copy of the key that was kept.';
  return new GaitError('wrong-key', message, { cause });
}
