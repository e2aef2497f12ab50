// Sends a file from inside a folder, whole or in part, and nothing from outside it.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileHead } from './fileHead.ts';

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

/**
 * Answers with a file: 200, or 206 and 416 for `Range`. The caller has confined the path and checked the request.
 * @param asDownload the browser keeps it under its own name and does not show it
 */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  asDownload = false,
): Promise<void> {
  const { size } = await stat(file);
  const { status, headers, part } = fileHead(file, size, { range: request.headers.range, asDownload });
  response.writeHead(status, headers);
  if (request.method === 'HEAD' || part === null) {
    response.end();
    return;
  }
  // A player that has seen enough closes the connection; that is no failure.
  await pipeline(createReadStream(file, { start: part.first, end: part.last }), response).catch(() => undefined);
}
