// Reads the body of a request, and no more of it than is sensible.
import type { IncomingMessage } from 'node:http';

const MOST_BODY_BYTES = 1 << 20;
/** A report carries its pictures. */
const MOST_REPORT_BYTES = 1 << 25;

/** How much a call may be asked with, bytes. */
export function mostBodyBytes(call: string): number {
  return call === 'reports.add' ? MOST_REPORT_BYTES : MOST_BODY_BYTES;
}

/**
 * The JSON that was sent.
 * @returns `too-large` without having read it all, `not-json` for anything else than JSON said to be JSON
 */
export async function readJson(
  request: IncomingMessage,
  mostBytes: number,
): Promise<{ readonly value: unknown } | 'too-large' | 'not-json'> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return 'too-large';
  // A form of another page can send text, but not this type without asking first.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return 'not-json';
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostBytes) return 'too-large';
    pieces.push(piece);
  }
  try {
    return { value: JSON.parse(Buffer.concat(pieces).toString('utf8')) };
  } catch {
    return 'not-json';
  }
}
