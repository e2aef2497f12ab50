// Sends a file from inside a folder, whole or in part, and nothing from outside it.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseRange } from './parseRange.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.pdf': 'application/pdf',
};

/**
 * The file that a path names inside a folder.
 * @param name with forward slashes, percent signs already decoded
 * @returns null when it is not there or lies outside, through `..`, an absolute path, a null byte or a link
 */
export async function confine(folder: string, name: string): Promise<string | null> {
  if (name.includes('\0') || name.includes('\\') || name.split('/').includes('..')) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(path.join(root, name));
    return file.startsWith(root + path.sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null; // not there, or a name that no file can have
  }
}

/** Answers with a file: 200, or 206 and 416 for `Range`. The caller has confined the path and checked the request. */
export async function serveFile(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  const { size } = await stat(file);
  const range = parseRange(request.headers.range, size);
  response.setHeader('Accept-Ranges', 'bytes');
  if (range === 'none') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  response.setHeader('Content-Type', TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream');
  const { first, last } = range === 'whole' ? { first: 0, last: size - 1 } : range;
  if (range !== 'whole') response.setHeader('Content-Range', `bytes ${first}-${last}/${size}`);
  response.setHeader('Content-Length', last - first + 1);
  response.writeHead(range === 'whole' ? 200 : 206);
  if (request.method === 'HEAD' || size === 0) {
    response.end();
    return;
  }
  // A player that has seen enough closes the connection; that is no failure.
  await pipeline(createReadStream(file, { start: first, end: last }), response).catch(() => undefined);
}
