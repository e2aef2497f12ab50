// The loopback host as a stranger meets it, and as its own page does.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_PATHS, type ApiHandlers, type ApiNews, type JobView } from '../../../core/api.ts';
import { SCHEMAS } from '../../../electron/host/apiSchemas.ts';
import { mostBodyBytes } from '../../../electron/host/readBody.ts';
import { forgetReceived, receiveFilm } from '../../../electron/host/receiveFilm.ts';
import { startWebHost, type WebHost } from '../../../electron/host/webHost.ts';

const JOB: JobView = {
  id: 'j',
  clipId: 'c',
  state: 'waiting',
  priority: 0,
  onlyPlayback: false,
  trouble: null,
  progress: null,
};
const ABOUT = { app: '1', analysis: '1', host: 'browser', libraryFolder: '/', firstStart: true, cores: 2 };
const FILM = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 256));

const root = mkdtempSync(path.join(os.tmpdir(), 'openstride-host-'));
const folders = { proxies: path.join(root, 'library', 'proxies'), outgoing: path.join(root, 'library', 'outgoing') };
const mistakes: unknown[] = [];
const asked: string[] = [];

/** Every call answers, so that one that gets past the gate would be seen. */
const handlers = new Proxy({} as ApiHandlers, {
  get: (_, name) => (input: unknown) => {
    asked.push(String(name));
    if (name === 'app.about') return ABOUT;
    if (name === 'jobs.list') return [{ ...JOB, secret: 'not in the contract' }];
    if (name === 'jobs.cancel') throw new Error(`about ${JSON.stringify(input)}`);
    if (name === 'jobs.retry') return 'not what was promised';
    return name === 'jobs.add' ? JOB : null;
  },
});

let host: WebHost;
let cookie = '';

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A bare request: unlike fetch it may send any Host and leaves paths alone. */
function ask(
  method: string,
  where: string,
  headers: http.OutgoingHttpHeaders = {},
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: host.port, method, path: where, headers, agent: false });
    request.on('error', reject);
    request.on('response', (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(pieces) }),
      );
      response.on('error', () => undefined);
    });
    request.end(body);
  });
}

const own = (more: http.OutgoingHttpHeaders = {}) => ({
  Cookie: cookie,
  Origin: `http://127.0.0.1:${host.port}`,
  ...more,
});
const json = { 'Content-Type': 'application/json' };
const call = (name: string, input: unknown, headers: http.OutgoingHttpHeaders = own(json)) =>
  ask('POST', `${API_PATHS.call}${name}`, headers, JSON.stringify(input));
const told = ({ body }: Answer) => JSON.parse(body.toString());

/** Every way in: each call, the news, a file, the page, and names that are none. */
const ways: (readonly [method: string, where: string])[] = [
  ...Object.keys(SCHEMAS).map((name) => ['POST', `${API_PATHS.call}${name}`] as const),
  ['GET', API_PATHS.news],
  ['GET', `${API_PATHS.files}proxies/film.mp4`],
  ['HEAD', `${API_PATHS.files}proxies/film.mp4`],
  ['GET', `${API_PATHS.files}outgoing/backup.openstride`],
  ['GET', '/'],
  ['GET', '/nothing'],
  ['PUT', `${API_PATHS.films}film.mp4`],
  ['DELETE', '/'],
];

beforeAll(async () => {
  mkdirSync(folders.proxies, { recursive: true });
  mkdirSync(folders.outgoing);
  writeFileSync(path.join(folders.outgoing, 'backup.openstride'), 'sealed');
  mkdirSync(path.join(root, 'page', 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'page', 'assets', 'main.js'), 'run()');
  writeFileSync(path.join(folders.proxies, 'film.mp4'), FILM);
  writeFileSync(path.join(folders.proxies, 'empty.mp4'), '');
  writeFileSync(path.join(root, 'library', 'library.db'), 'names');
  writeFileSync(path.join(root, 'page', 'index.html'), '<!doctype html>');
  symlinkSync(path.join(root, 'library', 'library.db'), path.join(folders.proxies, 'link.mp4'));
  host = await startWebHost({
    handlers,
    folders,
    workFolder: path.join(root, 'work'),
    pageFolder: path.join(root, 'page'),
    firstNews: () => [{ kind: 'job', job: JOB }],
    onMistake: (_, error) => mistakes.push(error),
  });
  const url = new URL(host.url);
  const entered = await ask('GET', url.pathname + url.search);
  expect(entered.status).toBe(303);
  cookie = entered.headers['set-cookie']![0].split(';')[0];
});
afterAll(async () => {
  await host.close();
  rmSync(root, { recursive: true });
});

describe('strangers', () => {
  it('every way in is refused without the token, and with a wrong one', async () => {
    for (const [method, where] of ways) {
      const without = await ask(method, where, { Origin: `http://127.0.0.1:${host.port}`, ...json }, 'null');
      expect([where, without.status]).toEqual([where, 401]);
      const wrong = await ask(method, where, own({ ...json, Cookie: `${cookie.slice(0, -2)}xx` }), 'null');
      expect([where, wrong.status]).toEqual([where, 401]);
    }
    expect((await ask('GET', `${API_PATHS.enter}?token=x`)).status).toBe(401);
    expect((await ask('GET', API_PATHS.enter)).status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('every way in is refused under a foreign name, whatever else is right', async () => {
    for (const [method, where] of [...ways, ['GET', new URL(host.url).pathname + new URL(host.url).search] as const]) {
      for (const name of ['evil.example', `evil.example:${host.port}`, '127.0.0.1', `127.0.0.1:${host.port + 1}`]) {
        const answer = await ask(method, where, own({ ...json, Host: name }), 'null');
        expect([where, name, answer.status]).toEqual([where, name, 421]);
      }
    }
    expect(asked).toEqual([]);
  });

  it('every way in is refused to a page from elsewhere', async () => {
    for (const [method, where] of ways) {
      for (const Origin of [
        'http://evil.example',
        'null',
        `https://127.0.0.1:${host.port}`,
        `http://127.0.0.1:${host.port + 1}`,
      ]) {
        const answer = await ask(method, where, own({ ...json, Origin }), 'null');
        expect([where, Origin, answer.status]).toEqual([where, Origin, 403]);
      }
      const crossSite = await ask(method, where, own({ ...json, 'Sec-Fetch-Site': 'cross-site' }), 'null');
      expect([where, crossSite.status]).toEqual([where, 403]);
    }
    const { Origin: _, ...noOrigin } = own(json);
    expect((await call('app.about', null, noOrigin)).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('the cookie is out of reach of scripts and of other sites, and nothing may be framed or kept', async () => {
    const url = new URL(host.url);
    const { headers } = await ask('GET', url.pathname + url.search);
    expect(headers['set-cookie']![0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
    expect(headers['cache-control']).toBe('no-store');
  });

  it.skipIf(process.platform !== 'linux')('it listens on 127.0.0.1 and nowhere else (Linux: /proc/net)', () => {
    const port = host.port.toString(16).toUpperCase().padStart(4, '0');
    const listening = ['tcp', 'tcp6'].flatMap((table) =>
      readFileSync(`/proc/net/${table}`, 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${port}`)),
    );
    expect(listening.map(([, local]) => local)).toEqual([`0100007F:${port}`]);
  });
});

describe('calls', () => {
  it('answer what the contract names and nothing else', async () => {
    expect(told(await call('jobs.list', null))).toEqual({ ok: true, value: [JOB] });
  });

  it('a body too large is refused before it is read, announced or not', async () => {
    for (const name of Object.keys(SCHEMAS)) {
      expect([name, (await call(name, 'x'.repeat(mostBodyBytes(name)))).status]).toEqual([name, 413]);
    }
    const unannounced = own({ ...json, 'Transfer-Encoding': 'chunked' });
    expect((await call('app.about', 'x'.repeat(mostBodyBytes('app.about')), unannounced)).status).toBe(413);
  });

  it('anything but JSON is refused', async () => {
    expect((await call('app.about', null, own({ 'Content-Type': 'text/plain' }))).status).toBe(415);
    expect((await ask('POST', `${API_PATHS.call}app.about`, own(json), '{')).status).toBe(415);
    expect((await ask('GET', `${API_PATHS.call}app.about`, own())).status).toBe(405);
  });

  it('what is asked wrongly, or is not in the contract, comes back as a code', async () => {
    for (const input of [null, {}, { clipId: 7 }, { clipId: '../../etc' }, { clipId: 'x'.repeat(65) }]) {
      expect(told(await call('jobs.add', input))).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    }
    for (const name of ['nothing', '__proto__', 'constructor', '']) {
      expect(told(await call(name, null))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
  });

  it('a mistake of ours is kept for the log and tells the page nothing of what it was about', async () => {
    mistakes.length = 0;
    const answer = await call('jobs.cancel', { jobId: 'Ms-Smith' });
    expect(told(answer)).toMatchObject({ ok: false, error: { code: 'app-mistake' } });
    expect(answer.body.toString()).not.toMatch(/Smith/);
    expect(told(await call('jobs.retry', { jobId: 'a' })).error.code).toBe('app-mistake');
    expect(mistakes.length).toBe(2);
  });
});

describe('files', () => {
  const film = `${API_PATHS.files}proxies/film.mp4`;
  const part = (Range: string) => ask('GET', film, own({ Range }));

  it('a film comes whole, or in the part asked for', async () => {
    const whole = await ask('GET', film, own());
    expect(whole.status).toBe(200);
    expect(whole.headers).toMatchObject({
      'accept-ranges': 'bytes',
      'content-type': 'video/mp4',
      'content-length': '1000',
    });
    expect(whole.body.equals(FILM)).toBe(true);
    for (const [range, first, last] of [
      ['bytes=0-99', 0, 99],
      ['bytes=990-', 990, 999],
      ['bytes=-10', 990, 999],
      ['bytes=-5000', 0, 999],
      ['bytes=500-5000', 500, 999],
      ['bytes=7-7', 7, 7],
    ] as const) {
      const answer = await part(range);
      expect([range, answer.status]).toEqual([range, 206]);
      expect(answer.headers['content-range']).toBe(`bytes ${first}-${last}/1000`);
      expect(answer.headers['content-length']).toBe(String(last - first + 1));
      expect(answer.body.equals(FILM.subarray(first, last + 1))).toBe(true);
    }
  });

  it('a part beyond the end is 416; what is no range is answered with the whole', async () => {
    for (const range of ['bytes=1000-', 'bytes=2000-3000', 'bytes=-0']) {
      const answer = await part(range);
      expect([range, answer.status, answer.headers['content-range']]).toEqual([range, 416, 'bytes */1000']);
    }
    for (const range of ['bytes=5-2', 'bytes=-', 'lines=1-2', 'bytes=0-1,5-6'])
      expect((await part(range)).status).toBe(200);
    expect((await ask('GET', `${API_PATHS.files}proxies/empty.mp4`, own())).body.length).toBe(0);
    expect((await ask('HEAD', film, own({ Range: 'bytes=0-9' }))).headers['content-length']).toBe('10');
  });

  it('nothing outside the folders is sent, however it is asked for', async () => {
    for (const name of [
      'proxies/../library.db',
      'proxies/..%2flibrary.db',
      'proxies/%2e%2e/library.db',
      'proxies/..%5clibrary.db',
      'proxies/link.mp4',
      `proxies/${encodeURIComponent(path.join(root, 'library', 'library.db'))}`,
      'proxies/film.mp4%00',
      'proxies/%',
      'proxies/',
      'proxies',
      '../library.db',
      'outgoing/../library.db',
      'outgoing/',
      'constructor/x',
      '__proto__/x',
      'library.db',
    ]) {
      const answer = await ask('GET', `${API_PATHS.files}${name}`, own());
      expect([name, answer.status]).toEqual([name, 404]);
    }
    for (const where of ['//etc/passwd', '/../library/library.db', '*', 'http://evil.example/']) {
      expect((await ask('GET', where, own())).body.toString()).not.toMatch(/names|root:/);
    }
    expect(readdirSync(folders.proxies).length).toBe(3);
  });

  it('the page is its index and its own files, by their exact names', async () => {
    expect((await ask('GET', '/', own())).body.toString()).toBe('<!doctype html>');
    const script = await ask('GET', '/assets/main.js', own());
    expect([script.headers['content-type'], script.body.toString()]).toEqual([
      'text/javascript; charset=utf-8',
      'run()',
    ]);
    for (const where of ['/clients', '/assets', '/assets/', '/assets/main', '/assets/../../library/library.db']) {
      expect([where, (await ask('GET', where, own())).status]).toEqual([where, 404]);
    }
  });

  it('what leaves the library is kept by the browser, everything else is shown', async () => {
    const backup = await ask('GET', `${API_PATHS.files}outgoing/backup.openstride`, own());
    expect(backup.headers['content-disposition']).toMatch(/^attachment; filename="backup\.openstride"/);
    expect((await ask('GET', film, own())).headers['content-disposition']).toBeUndefined();
  });
});

describe('films from a browser', () => {
  const put = (name: string) => ask('PUT', API_PATHS.films + name, own(), FILM);

  it('arrive whole under their own name, each in a folder of its own', async () => {
    const files = [await put('L%C3%A4ufer%20links.mov'), await put('L%C3%A4ufer%20links.mov')].map(
      (a) => told(a).value.file,
    );
    expect(new Set(files).size).toBe(2);
    for (const file of files) {
      expect(path.basename(file)).toBe('Läufer links.mov');
      expect(path.dirname(path.dirname(file))).toBe(path.join(root, 'work'));
      expect(readFileSync(file).equals(FILM)).toBe(true);
      await forgetReceived(path.join(root, 'work'), file);
    }
    expect(readdirSync(path.join(root, 'work'))).toEqual([]);
  });

  it('under a name that is a path or none are refused, and a file that was not received is never forgotten', async () => {
    for (const name of ['', '..%2fx.mp4', '%2fetc%2fx', '.hidden', 'a%5cb.mp4', 'a%00.mp4', '%', 'x'.repeat(201)]) {
      expect([name, (await put(name)).status]).toEqual([name, 400]);
    }
    expect((await ask('GET', `${API_PATHS.films}a.mp4`, own())).status).toBe(405);
    await forgetReceived(path.join(root, 'work'), path.join(folders.proxies, 'film.mp4'));
    expect(readdirSync(folders.proxies)).toContain('film.mp4');
  });

  it('too large, or broken off, leave nothing', async () => {
    const announced = Object.assign(Readable.from([FILM]), { headers: { 'content-length': '1000' } });
    const silent = Object.assign(Readable.from([FILM.subarray(500), FILM]), { headers: {} });
    for (const request of [announced, silent]) {
      expect(await receiveFilm(request as http.IncomingMessage, path.join(root, 'work'), 'a.mp4', 999)).toBe(
        'too-large',
      );
    }
    const broken = Object.assign(new Readable({ read() {} }), { headers: {} });
    const receiving = receiveFilm(broken as http.IncomingMessage, path.join(root, 'work'), 'a.mp4');
    broken.push(FILM);
    setTimeout(() => broken.destroy(new Error('gone')), 20);
    await expect(receiving).rejects.toThrow('gone');
    expect(readdirSync(path.join(root, 'work'))).toEqual([]);
  });

  it('that the page breaks off, whether or not all of it had arrived, are nobody’s mistake', async () => {
    mistakes.length = 0;
    const large = Buffer.alloc(4 << 20);
    for (const [method, where, type] of [
      ['PUT', `${API_PATHS.films}a.mp4`, 'video/mp4'],
      ['POST', `${API_PATHS.call}reports.add`, 'application/json'],
    ] as const) {
      for (const share of [0, 0.5, 1]) {
        const headers = own({ 'Content-Type': type, 'Content-Length': large.length });
        const request = http.request({
          host: '127.0.0.1',
          port: host.port,
          method,
          path: where,
          headers,
          agent: false,
        });
        request.on('error', () => undefined);
        request.flushHeaders();
        await new Promise<void>((resolve) =>
          request.write(large.subarray(0, share * large.length + 1), () => resolve()),
        );
        request.destroy();
      }
    }
    // Whoever breaks off cannot be told when the host has noticed; its folder goes when it has.
    await expect.poll(() => readdirSync(path.join(root, 'work')).filter((name) => !isWhole(name))).toEqual([]);
    expect((await call('app.about', null)).status).toBe(200);
    expect(mistakes).toEqual([]);
  });
});

/** A film that had arrived before its page left stays until the next opening sweeps it. */
function isWhole(folder: string): boolean {
  const [film] = readdirSync(path.join(root, 'work', folder));
  return film !== undefined && statSync(path.join(root, 'work', folder, film)).size === 4 << 20;
}

describe('news', () => {
  it('a page hears what is known when it connects, and then what happens', async () => {
    const heard: ApiNews[] = [];
    await new Promise<void>((resolve, reject) => {
      const request = http.get(
        { host: '127.0.0.1', port: host.port, path: API_PATHS.news, headers: own() },
        (response) => {
          expect(response.headers['content-type']).toBe('text/event-stream');
          response.setEncoding('utf8').on('data', (text: string) => {
            for (const [, line] of text.matchAll(/^data: (.*)$/gm)) heard.push(JSON.parse(line));
            if (heard.length === 1) host.tell({ kind: 'clip', clipId: 'c' });
            if (heard.length < 2) return;
            request.destroy();
            resolve();
          });
        },
      );
      request.on('error', (error) => heard.length < 2 && reject(error));
    });
    expect(heard).toEqual([
      { kind: 'job', job: JOB },
      { kind: 'clip', clipId: 'c' },
    ]);
  });
});
