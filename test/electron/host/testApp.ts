// A real library behind the real web host, and a page that asks it.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fromWire } from '../../../core/api/wire.ts';
import {
  API_PATHS,
  type ApiAnswer,
  type ApiInput,
  type ApiName,
  type ApiNews,
  type ApiOutput,
} from '../../../core/api.ts';
import { type AppOptions, type OpenApp, openApp } from '../../../electron/host/openApp.ts';
import { startWebHost } from '../../../electron/host/webHost.ts';
import type { EngineProcess } from '../../../electron/jobs/engineProtocol.ts';
import { bytesKey } from '../../../electron/store/keyPort.ts';

export interface TestApp {
  readonly app: OpenApp;
  /** Lets a browser in. */
  readonly url: string;
  /** Everything of it lies in here. */
  readonly root: string;
  readonly library: string;
  readonly news: ApiNews[];
  /** Mistakes of the program itself. */
  readonly mistakes: unknown[];
  call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiOutput<N>>;
  /** As a browser fetches a file, or hands one over. */
  fetch(where: string, more?: RequestInit): Promise<Response>;
  /** As the user closes the app; the library stays. */
  stop(): Promise<void>;
  /** Stops it and removes everything. */
  close(): Promise<void>;
}

/** Takes its work and never says a word: for what happens before and beside the analysis. */
export const silentEngine = (): EngineProcess => ({
  pid: undefined,
  send: () => undefined,
  onMessage: () => undefined,
  onExit: () => undefined,
  kill: () => undefined,
});

/** Not a passphrase: scrypt takes its time on purpose. */
const KEY = bytesKey(Buffer.alloc(32, 5));

/** Opens a new library, or the one in a folder that is there. Close it in every case. */
export async function startTestApp(
  options: Partial<AppOptions> = {},
  root = mkdtempSync(path.join(os.tmpdir(), 'openstride-app-')),
): Promise<TestApp> {
  const library = path.join(root, 'library');
  const news: ApiNews[] = [];
  const mistakes: unknown[] = [];
  const app = await openApp({
    folder: library,
    key: KEY,
    host: 'browser',
    startEngine: silentEngine,
    onNews: (one) => news.push(one),
    ...options,
  });
  const host = await startWebHost({ ...app, pageFolder: null, onMistake: (_, error) => mistakes.push(error) });
  const url = new URL(host.url);
  const entered = await fetch(url, { redirect: 'manual' });
  const headers = { Cookie: entered.headers.get('set-cookie')!.split(';')[0]!, Origin: url.origin };
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await host.close();
    await app.close();
  };
  const ask = (where: string, more: RequestInit = {}) =>
    fetch(url.origin + where, { ...more, headers: { ...headers, ...more.headers } });
  return {
    ...{ app, url: host.url, root, library, news, mistakes },
    fetch: ask,
    call: async <N extends ApiName>(name: N, input: ApiInput<N>) => {
      const json = { 'Content-Type': 'application/json' };
      const response = await ask(API_PATHS.call + name, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(input),
      });
      const answer = fromWire(await response.text()) as ApiAnswer<ApiOutput<N>>;
      if (answer.ok) return answer.value;
      throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
    },
    stop,
    close: async () => {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Waits for something that happens by itself. */
export async function until<T>(look: () => T | Promise<T>, isThere: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look();
    if (isThere(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const CLIENT: ApiInput<'clients.add'> = {
  code: 'K1',
  name: 'Zoë Müller',
  birthDate: null,
  sex: null,
  heightM: 1.7,
  massKg: null,
  notes: '',
};

const VISIT: Omit<ApiInput<'sessions.add'>, 'clientId'> = {
  date: '2026-01-31',
  purpose: 'baseline',
  footwear: '',
  speedMs: 3,
  inclinePct: null,
  painBefore: 2,
  painAfter: null,
  notes: '',
};

/** A client with a visit. */
export async function addVisit({ call }: TestApp): Promise<{ readonly clientId: string; readonly sessionId: string }> {
  const client = await call('clients.add', CLIENT);
  const session = await call('sessions.add', { clientId: client.id, ...VISIT });
  return { clientId: client.id, sessionId: session.id };
}
