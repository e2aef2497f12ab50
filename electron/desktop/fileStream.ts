// A part of a file as a web stream, read as fast as it is taken.
import { open } from 'node:fs/promises';
import type { ByteRange } from '../host/parseRange.ts';

/** One read and one message each: large enough for film, small enough that seeking wastes little. bytes */
const PIECE_BYTES = 1 << 18;

/**
 * The bytes of a part of a file. A player that has seen enough lets go at any moment, and the file is closed. Not Node's
 * `Readable.toWeb`: under Electron it closed twice then, where nobody could catch it (electron/electron#38749).
 * @throws Error of node:fs when the file cannot be opened
 */
export async function fileStream(path: string, { first, last }: ByteRange): Promise<ReadableStream<Uint8Array>> {
  const file = await open(path, 'r');
  let at = first;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(PIECE_BYTES, last + 1 - at)), {
          position: at,
        });
        at += bytesRead;
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
        if (bytesRead > 0 && at <= last) return;
        controller.close(); // also when the file has become shorter meanwhile
        await file.close();
      } catch (error) {
        controller.error(error);
        await file.close();
      }
    },
    cancel: () => file.close(),
  });
}
