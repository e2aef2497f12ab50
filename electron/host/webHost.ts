// The app on 127.0.0.1 in a browser: the same calls as under Electron, over HTTP, for this user alone.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toWire } from '../../core/api/wire.ts';
import { API_PATHS, type ApiHandlers, type ApiNews, type ApiRefusalCode } from '../../core/api.ts';
import { GaitError } from '../../core/errors.ts';
import { apiError } from './apiError.ts';
import { callApi, type OnMistake } from './callApi.ts';
import { cookieName, refuse, sameSecret } from './gate.ts';
import { NewsStream } from './newsStream.ts';
import { PAGE_HEADERS } from './pageHeaders.ts';
import { mostBodyBytes, readJson } from './readBody.ts';
import { filmName, receiveFilm } from './receiveFilm.ts';
import { confine, serveFile } from './serveFile.ts';

export interface WebHostOptions {
  readonly handlers: ApiHandlers;
  /** Where films for playback, pictures and reports lie; nothing outside them is ever sent. By name in the address. */
  readonly folders: Readonly<Record<string, string>>;
  /** Where films that a browser sends wait until the library has copied them. */
  readonly workFolder: string;
  /** The built page; null = there is none yet. */
  readonly pageFolder: string | null;
  /** What a page that has just connected must know. */
  readonly firstNews: () => readonly ApiNews[];
  readonly onMistake: OnMistake;
  /** 0 = any that is free. */
  readonly port?: number;
}

export interface WebHost {
  readonly port: number;
  /** Opens the app: holds the token, so it is for this user's eyes only. */
  readonly url: string;
  tell(news: ApiNews): void;
  close(): Promise<void>;
}

const TOKEN_BYTES = 32;
const JSON_TYPE = { 'Content-Type': 'application/json' } as const;

/** What leaves the library is kept by the browser, not shown. */
const OUTGOING = `${API_PATHS.files}outgoing/`;

/** Starts listening on 127.0.0.1 and nowhere else. @throws Error of node:net when the port is taken */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const news = new NewsStream();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (isBrokenOff(error)) return; // by the page, so nobody is left to be told
      options.onMistake(request.url ?? '', error);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'app-mistake');
    });
  });
  server.requestTimeout = 0; // a long film from a slow stick takes its time
  const port = await listen(server, options.port ?? 0);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    const url = addressOf(request);
    if (url?.pathname === API_PATHS.enter && request.method === 'GET') {
      enter(request, response, url);
      return;
    }
    const refusal = refuse(gateRequest(request), port, token);
    if (refusal) say(response, refusal.status, refusal.code);
    else if (!url) say(response, 404, 'not-found');
    else if (url.pathname.startsWith(API_PATHS.call)) await call(request, response, url);
    else if (url.pathname.startsWith(API_PATHS.films)) await film(request, response, url);
    else if (request.method !== 'GET' && request.method !== 'HEAD') say(response, 405, 'not-found');
    else if (url.pathname === API_PATHS.news && request.method === 'GET') news.join(response, options.firstNews());
    else await file(request, response, url.pathname);
  }

  /** The first visit, from the address that was printed: the token moves into a cookie and out of the address. */
  function enter(request: IncomingMessage, response: ServerResponse, url: URL): void {
    // Asked from the terminal or the start page, so it has no cookie yet; host and origin are checked all the same.
    const cookie = `${cookieName(port)}=${token}`;
    const refusal = refuse({ ...gateRequest(request), fetchSite: undefined, cookie }, port, token);
    if (refusal) {
      say(response, refusal.status, refusal.code);
    } else if (!sameSecret(url.searchParams.get('token') ?? '', token)) {
      say(response, 401, 'no-token');
    } else {
      response.setHeader('Set-Cookie', `${cookie}; HttpOnly; SameSite=Strict; Path=/`);
      response.writeHead(303, { Location: '/' }).end();
    }
  }

  async function call(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method !== 'POST') {
      say(response, 405, 'not-found');
      return;
    }
    const name = url.pathname.slice(API_PATHS.call.length);
    const body = await readJson(request, mostBodyBytes(name));
    if (body === 'too-large') response.setHeader('Connection', 'close'); // the rest is not read
    if (typeof body === 'string') {
      say(response, body === 'too-large' ? 413 : 415, body === 'too-large' ? body : 'bad-input');
      return;
    }
    const answered = await callApi(options.handlers, name, body.value, options.onMistake);
    response.writeHead(200, JSON_TYPE).end(toWire(answered));
  }

  async function film(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const name = filmName(decode(url.pathname.slice(API_PATHS.films.length)) ?? '');
    if (request.method !== 'PUT' || name === null) {
      say(response, request.method === 'PUT' ? 400 : 405, 'bad-input');
      return;
    }
    try {
      const file = await receiveFilm(request, options.workFolder, name);
      if (file === 'too-large') say(response, 413, 'too-large');
      else response.writeHead(200, JSON_TYPE).end(toWire({ ok: true, value: { file } }));
    } catch (error) {
      if (!(error instanceof GaitError)) throw error;
      response.writeHead(507, JSON_TYPE).end(toWire({ ok: false, error: apiError(error) }));
    }
  }

  async function file(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    const name = decode(pathname);
    const found = name === null ? null : await find(name);
    if (found) await serveFile(request, response, found, name?.startsWith(OUTGOING));
    else say(response, 404, 'not-found');
  }

  async function find(name: string): Promise<string | null> {
    if (name.startsWith(API_PATHS.files)) {
      const [folder, ...rest] = name.slice(API_PATHS.files.length).split('/');
      return Object.hasOwn(options.folders, folder) ? confine(options.folders[folder], rest.join('/')) : null;
    }
    if (options.pageFolder === null) return null;
    return confine(options.pageFolder, name === '/' ? 'index.html' : name.slice(1));
  }

  return {
    port,
    url: `http://127.0.0.1:${port}${API_PATHS.enter}?token=${token}`,
    tell: (one) => news.tell(one),
    close: () => {
      news.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The connection is lost, whether or not the whole request had arrived. Nothing here connects to anybody else. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BROKEN_OFF.has(error.code);
}

const BROKEN_OFF: ReadonlySet<unknown> = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });
}

function gateRequest({ method, headers }: IncomingMessage) {
  const fetchSite = headers['sec-fetch-site'];
  return {
    method: method ?? '',
    host: headers.host,
    origin: headers.origin,
    fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
    cookie: headers.cookie,
  };
}

/** @returns null for an address that is none */
function addressOf(request: IncomingMessage): URL | null {
  const address = `http://127.0.0.1${request.url ?? ''}`;
  return request.url?.startsWith('/') && URL.canParse(address) ? new URL(address) : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null; // a lone percent sign names no file
  }
}

function say(response: ServerResponse, status: number, code: ApiRefusalCode): void {
  const answer = { ok: false, error: { code, message: 'OpenStride does not answer this request.' } };
  response.writeHead(status, JSON_TYPE).end(JSON.stringify(answer));
}
