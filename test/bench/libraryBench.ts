// `npm run bench:library`: how long a clinician waits for a library of ten thousand films, in milliseconds against bars.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiHandlers } from '../../core/api.ts';
import { openApp } from '../../electron/host/openApp.ts';
import { lockLibrary } from '../../electron/jobs/libraryLock.ts';
import { bytesKey } from '../../electron/store/keyPort.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { FULL, fillLibrary } from './fullLibrary.ts';

const KEY = bytesKey(Buffer.alloc(32, 7));
const STARTS = 5;
const ROUNDS = 30;
/** As a person types them. */
const QUERIES = [
  'm',
  'ma',
  'mar',
  'mart',
  'marta k',
  'k-12',
  'achilles',
  'müller',
  'morning stiffness',
  'zoe sato',
  'xyz',
];

interface Line {
  readonly what: string;
  readonly ms: readonly number[];
  /** The longest a median may take; null = for information. */
  readonly barMs: number | null;
}

async function timed(times: number, work: (round: number) => unknown): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < times; round++) {
    const began = performance.now();
    await work(round);
    all.push(performance.now() - began);
  }
  return all;
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!;

/** Opens the library and says how long that took; in a process of its own. */
async function openAndSay(folder: string): Promise<void> {
  const began = performance.now();
  const lock = await lockLibrary(folder);
  const library = await openLibrary(folder, { key: KEY, alone: true });
  process.stdout.write(`${performance.now() - began} ${performance.now()}\n`);
  library.close();
  lock.release();
}

/** @returns ms of opening alone, and from the start of the process */
async function openInFreshProcess(folder: string): Promise<readonly [number, number]> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--open', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const piece of child.stdout) text += piece;
  const [opening, process_] = text.split(' ').map(Number);
  return [opening!, process_!];
}

async function measure(folder: string): Promise<Line[]> {
  const starts: (readonly [number, number])[] = [];
  for (let n = 0; n < STARTS; n++) starts.push(await openInFreshProcess(folder));
  const none = () => {
    throw new Error('nothing is analysed here');
  };
  const app = await openApp({ folder, key: KEY, host: 'browser', startEngine: none, onNews: () => undefined });
  try {
    return [
      { what: 'start: opening in a fresh process', ms: starts.map(([opening]) => opening), barMs: 1000 },
      { what: 'the same with the start of the process', ms: starts.map(([, all]) => all), barMs: null },
      ...(await askAll(app.handlers)),
    ];
  } finally {
    await app.close();
  }
}

async function askAll(ask: ApiHandlers): Promise<Line[]> {
  const clients = await ask['clients.list'](null);
  const clientAt = (round: number) => clients[(round * 37) % clients.length]!.client.id;
  const views = await Promise.all(
    Array.from({ length: ROUNDS }, (_, n) => ask['clients.open']({ clientId: clientAt(n) })),
  );
  const sessionAt = (round: number) => views[round % ROUNDS]!.sessions[round % FULL.sessionsEach]!.id;
  const searches = await timed(ROUNDS * QUERIES.length, (n) =>
    ask['clients.search']({ query: QUERIES[n % QUERIES.length]! }),
  );
  const slowest = Math.max(...QUERIES.map((_, q) => median(searches.filter((_, n) => n % QUERIES.length === q))));
  return [
    {
      what: 'list of clients, with open injuries',
      ms: await timed(ROUNDS, () => ask['clients.list'](null)),
      barMs: 50,
    },
    { what: 'search, all queries', ms: searches, barMs: 50 },
    { what: 'search, the slowest query', ms: [slowest], barMs: 50 },
    {
      what: 'open a client',
      ms: await timed(ROUNDS, (n) => ask['clients.open']({ clientId: clientAt(n) })),
      barMs: 100,
    },
    {
      what: 'open a session',
      ms: await timed(ROUNDS, (n) => ask['sessions.open']({ sessionId: sessionAt(n) })),
      barMs: 100,
    },
    {
      what: 'open a session and its results',
      ms: await timed(ROUNDS, (n) => openWhole(ask, sessionAt(n))),
      barMs: 100,
    },
    {
      what: 'list after a client was changed',
      ms: await timed(ROUNDS, (n) => changeAndList(ask, clientAt(n), n)),
      barMs: 50,
    },
    { what: 'state of the library', ms: await timed(3, () => ask['library.status'](null)), barMs: null },
  ];
}

async function openWhole(ask: ApiHandlers, sessionId: string): Promise<void> {
  const { results } = await ask['sessions.open']({ sessionId });
  for (const { id } of results) await ask['results.open']({ resultId: id });
}

async function changeAndList(ask: ApiHandlers, id: string, round: number): Promise<void> {
  await ask['clients.change']({ id, fields: { notes: `seen ${round} times` } });
  await ask['clients.list'](null);
}

function print(lines: readonly Line[]): void {
  const width = Math.max(...lines.map(({ what }) => what.length));
  process.stdout.write(`${'median, ms'.padEnd(width)}  value    bar\n`);
  for (const { what, ms, barMs } of lines) {
    const value = median(ms);
    const verdict = barMs === null ? '' : `${String(barMs).padStart(6)}  ${value <= barMs ? 'kept' : 'MISSED'}`;
    process.stdout.write(`${what.padEnd(width)} ${value.toFixed(1).padStart(6)} ${verdict}\n`);
  }
  if (lines.some(({ ms, barMs }) => barMs !== null && median(ms) > barMs)) process.exitCode = 1;
}

async function bench(): Promise<void> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'openstride library '));
  try {
    const library = await openLibrary(scratch, { key: KEY });
    fillLibrary(library);
    library.close();
    const mb = statSync(path.join(scratch, 'library.db')).size / 1e6;
    const sessions = FULL.clients * FULL.sessionsEach;
    process.stdout.write(
      `${FULL.clients} clients, ${sessions} sessions, ${sessions * FULL.filmsEach} results, ${mb.toFixed(0)} MB\n`,
    );
    print(await measure(scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (process.argv[2] === '--open') await openAndSay(process.argv[3]!);
else await bench();
