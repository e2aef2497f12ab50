// Finds the networks' folders and checks files by their content.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GaitError } from '../core/errors.ts';

/** Large enough that reading costs less than hashing, small enough to stay in the processor's cache. */
const CHUNK_BYTES = 1 << 20;

/** @returns the content's sha256 in lower-case hexadecimal, null when there is no file that can be read */
export function fileSha256(path: string): string | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    if (!fstatSync(file).isFile()) return null;
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}

/** Where the npm package keeps its tflite files. @throws GaitError 'model-missing' when it is not installed */
export function sourceFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('@mediapipe/pose/package.json'));
  } catch (cause) {
    throw new GaitError('model-missing', 'The package @mediapipe/pose is not installed: run "npm ci".', { cause });
  }
}

/** models/built of this installation, whether this file runs as it is or bundled into out/. */
export function builtFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'models', 'manifest.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new GaitError('model-missing', 'The models folder of OpenStride is missing.');
    folder = parent;
  }
  return join(folder, 'models', 'built');
}
