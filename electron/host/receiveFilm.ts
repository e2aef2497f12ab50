// Takes a film that a browser sends, piece by piece, into a folder of its own until the library has copied it.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { diskTrouble } from '../export/diskTrouble.ts';

/** Larger than any clip of a treadmill: an hour of 4K is some 20 GB. */
const MOST_FILM_BYTES = 32 * 2 ** 30;
const INCOMING = 'incoming-';

/** The film's own name when it can be one on every system; null when it is a path, hidden, or not a name at all. */
export function filmName(name: string): string | null {
  const isName = name.length > 0 && name.length <= 200 && !/[\p{Cc}/\\:*?"<>|]/u.test(name) && !/^\.|[. ]$/.test(name);
  return isName ? name : null;
}

/**
 * Writes the request's body to the disk; half a film is removed.
 * @param workFolder swept at the next opening of the library, if nobody comes back for the film
 * @param name a {@link filmName}
 * @returns the film's path, or `too-large` without having read it all
 * @throws GaitError `disk-full`, `not-writable`; Error when the browser breaks off
 */
export async function receiveFilm(
  request: IncomingMessage,
  workFolder: string,
  name: string,
  mostBytes = MOST_FILM_BYTES,
): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return 'too-large';
  const folder = path.join(workFolder, INCOMING + randomUUID());
  const file = path.join(folder, name);
  let bytes = 0;
  try {
    await mkdir(folder, { recursive: true });
    await pipeline(
      request,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          bytes += piece.length;
          if (bytes > mostBytes) return;
          yield piece;
        }
      },
      createWriteStream(file, { flags: 'wx' }),
    );
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined); // the first trouble is the one to tell
    throw diskTrouble(error, workFolder);
  }
  if (bytes <= mostBytes) return file;
  await rm(folder, { recursive: true, force: true });
  return 'too-large';
}

/** Removes a film that was received and has been copied; leaves every other file alone. */
export async function forgetReceived(workFolder: string, file: string): Promise<void> {
  const folder = path.dirname(file);
  if (path.dirname(folder) !== workFolder || !path.basename(folder).startsWith(INCOMING)) return;
  await rm(folder, { recursive: true, force: true });
}
