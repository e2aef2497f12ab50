// Reads the body of a request, and no more of it than is sensible.
import type { IncomingMessage } from 'node:http';

export const MOST_BODY_BYTES = 1 << 20;

/**
 * The JSON that was sent.
 * @returns `too-large` without having read it all, `not-json` for anything else than JSON said to be JSON
 */
export async function readJson(
  request: IncomingMessage,
): Promise<{ readonly value: unknown } | 'too-large' | 'not-json'> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES) return 'too-large';
  // A form of another page can send text, but not this type without asking first.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return 'not-json';
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_BODY_BYTES) return 'too-large';
    pieces.push(piece);
  }
  try {
    return { value: JSON.parse(Buffer.concat(pieces).toString('utf8')) };
  } catch {
    return 'not-json';
  }
}
