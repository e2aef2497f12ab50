// The fingerprint of a file, read in pieces so that a film of any length fits.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { explainOpenError } from './checkInput.ts';
import { cancelledError } from './ffmpegProcess.ts';

/** Large enough that the disk, not the calls, sets the pace, bytes. */
const PIECE_BYTES = 1 << 20;

/**
 * SHA-256 of a file's bytes.
 * @returns 64 lower-case hexadecimal digits
 * @throws GaitError `video-not-found`, `video-unreadable`, `cancelled`
 */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES, signal }))
      hash.update(piece as Buffer);
  } catch (error) {
    throw signal?.aborted ? cancelledError(signal) : explainOpenError(path, error);
  }
  return hash.digest('hex');
}
