// Answers the page's requests on its own protocol: the built page, and films, pictures and reports from the library's folders.
import { readFile, stat } from 'node:fs/promises';
import { API_PATHS } from '../../core/api.ts';
import { fileHead } from '../host/fileHead.ts';
import { PAGE_HEADERS } from '../host/pageHeaders.ts';
import type { ByteRange } from '../host/parseRange.ts';
import { confine } from '../host/serveFile.ts';
import { PAGE_ORIGIN } from './appScheme.ts';
import { fileStream } from './fileStream.ts';

/** What may be read, and nothing else. */
export interface PageRooms {
  /** The built page. */
  readonly pageFolder: string;
  /** The library's folders that pages may read, by name; none before it is open. */
  folders(): Readonly<Record<string, string>>;
}

/** What is used of a request; `net.fetch('file://…')` would ignore `Range`, so parts are sent from here. */
export type PageRequest = Pick<Request, 'url' | 'method' | 'headers'>;

/** One request: 200, 206, 404, 405 or 416, always under the page's security headers. */
export async function answerPage(request: PageRequest, rooms: PageRooms): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405);
  const name = fileName(request.url);
  const file = name === null ? null : await find(name, rooms);
  if (name === null || file === null) return empty(404);
  const range = request.headers.get('range') ?? undefined;
  const { size } = await stat(file);
  const { status, headers, part } = fileHead(file, size, { range, asDownload: name.startsWith(OUTGOING) });
  const body = part === null || request.method === 'HEAD' ? null : await bytesOf(file, part, name);
  return new Response(body, { status, headers: { ...PAGE_HEADERS, ...headers } });
}

const OUTGOING = `${API_PATHS.files}outgoing/`;

/** @returns null for another host and for an address that is none */
function fileName(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN) return null;
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return null; // a lone percent sign names no file
  }
}

function find(name: string, { pageFolder, folders }: PageRooms): Promise<string | null> {
  if (!name.startsWith(API_PATHS.files)) return confine(pageFolder, name === '/' ? 'index.html' : name.slice(1));
  const [folder, ...rest] = name.slice(API_PATHS.files.length).split('/');
  const known = folders();
  return Object.hasOwn(known, folder) ? confine(known[folder], rest.join('/')) : Promise.resolve(null);
}

/** The page is small and lies inside the app's archive, which is only surely read whole; films are sent as they are read. */
async function bytesOf(file: string, { first, last }: ByteRange, name: string): Promise<BodyInit> {
  if (!name.startsWith(API_PATHS.files)) return (await readFile(file)).subarray(first, last + 1);
  return fileStream(file, { first, last });
}

function empty(status: number): Response {
  return new Response(null, { status, headers: PAGE_HEADERS });
}
