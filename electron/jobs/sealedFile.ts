// A file of ours that is either whole or not there: its content lies behind its own SHA-256.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { writeAtomically } from '../export/writeAtomically.ts';

const DIGEST_BYTES = 32;

/**
 * Writes any plain data, typed arrays included. The digest is for power cuts: a file may then have its length and not its bytes.
 * @throws GaitError `disk-full`, `not-writable`
 */
export async function writeSealed(file: string, content: unknown): Promise<void> {
  const bytes = serialize(content);
  await writeAtomically(file, Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]));
}

/** @returns what was written, or null when there is nothing or it is damaged */
export async function readSealed<T>(file: string): Promise<T | null> {
  try {
    const bytes = await readFile(file);
    const content = bytes.subarray(DIGEST_BYTES);
    const digest = createHash('sha256').update(content).digest();
    return digest.equals(bytes.subarray(0, DIGEST_BYTES)) ? (deserialize(content) as T) : null;
  } catch {
    return null; // not written yet, or unreadable: the work is done again
  }
}
