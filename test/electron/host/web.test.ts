// The whole app without a screen: `node electron/web.ts` on a new library, from a client's name to the numbers.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromWire } from '../../../core/api/wire.ts';
import type { ApiAnswer, ApiInput, ApiName, ApiOutput } from '../../../core/api.ts';
import { API_PATHS } from '../../../core/api.ts';
import { ROOT } from '../../house/sourceFiles.ts';
import { fixturePath } from '../video/fixturePath.ts';

let root = '';
let library = '';
let passphrase = '';
let wrong = '';
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'openstride-web-'));
  library = path.join(root, 'library');
  passphrase = path.join(root, 'passphrase');
  writeFileSync(passphrase, 'correct horse\n');
  wrong = path.join(root, 'wrong');
  writeFileSync(wrong, 'battery staple\n');
});

const running: ChildProcess[] = [];
afterEach(async () => {
  const ended = running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map(stopped);
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await Promise.all(ended);
  rmSync(root, { recursive: true, maxRetries: 20, retryDelay: 200 }); // the engine notices that nobody listens any more
});

interface Page {
  readonly child: ChildProcess;
  call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiOutput<N>>;
  get(where: string, headers?: Record<string, string>): Promise<Response>;
}

function start(file: string): { child: ChildProcess; said: Promise<string> } {
  const args = ['electron/web.ts', '--library', library, '--passphrase-file', file];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, OPENSTRIDE_CHUNK_S: '0.5' } });
  running.push(child);
  let text = '';
  const said = new Promise<string>((resolve) => {
    const hear = (data: Buffer) => {
      text += data.toString();
      if (/http\S+\n/.test(text)) resolve(text);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => resolve(text));
  });
  return { child, said };
}

async function open(): Promise<Page> {
  const { child, said } = start(passphrase);
  const url = new URL(/http\S+/.exec(await said)![0]);
  const entered = await fetch(url, { redirect: 'manual' });
  const headers = { Cookie: entered.headers.get('set-cookie')!.split(';')[0], Origin: url.origin };
  return {
    child,
    get: (where, more = {}) => fetch(url.origin + where, { headers: { ...headers, ...more } }),
    call: async <N extends ApiName>(name: N, input: ApiInput<N>) => {
      const response = await fetch(`${url.origin}${API_PATHS.call}${name}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      });
      const answer = fromWire(await response.text()) as ApiAnswer<ApiOutput<N>>;
      if (answer.ok) return answer.value;
      throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
    },
  };
}

async function until(page: Page, clipId: string, true_: (job: ApiOutput<'jobs.list'>[number] | undefined) => boolean) {
  for (;;) {
    const job = (await page.call('jobs.list', null)).find((each) => each.clipId === clipId);
    if (true_(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Takes a film in and waits for its clip. */
async function imported(page: Page, film: ApiInput<'imports.add'>): Promise<string> {
  const { id } = await page.call('imports.add', film);
  for (;;) {
    const one = (await page.call('imports.list', null)).find((each) => each.id === id)!;
    if (one.trouble) throw new Error(one.trouble.code);
    if (one.clipId) return one.clipId;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const stopped = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('close', resolve));
const CLIENT = { code: 'K1', name: 'Zoë Müller', birthDate: null, sex: null, heightM: 1.7, massKg: null, notes: '' };
const VISIT = { purpose: 'baseline', footwear: '', inclinePct: null, painBefore: 2, painAfter: null, notes: '' };

describe('the app in a browser', () => {
  it('goes from a name to numbers, through a crash, and refuses a second copy and a wrong passphrase', async () => {
    const first = await open();
    const client = await first.call('clients.add', CLIENT);
    const session = await first.call('sessions.add', { clientId: client.id, date: '2026-01-31', speedMs: 3, ...VISIT });
    const file = fixturePath('dev01_run_before_right60.mp4');
    await first.call('settings.change', { fields: { model: 'full' } });
    const clip = { id: await imported(first, { sessionId: session.id, file }) };
    expect((await first.call('clients.search', { query: 'zoe' }))[0].id).toBe(client.id);
    await expect(imported(first, { sessionId: session.id, file: '/nowhere' })).rejects.toThrow('video-not-found');
    await expect(first.call('clients.open', { clientId: 'nobody' })).rejects.toMatchObject({ code: 'record-missing' });
    await expect(first.call('clients.add', { ...CLIENT, birthDate: '2026-02-30' })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect((await first.call('trials.open', { clipId: clip.id })).result).toBeNull();

    expect(await start(passphrase).said).toMatch(/already open/);

    await until(first, clip.id, (job) => job?.progress?.stage === 'pose' && kept() >= 2);
    first.child.kill('SIGKILL');
    await stopped(first.child);
    const before = kept();
    expect(await start(wrong).said).toMatch(/does not open the library/);

    const second = await open();
    expect(kept()).toBeGreaterThanOrEqual(before);
    const job = await until(second, clip.id, (one) => one?.state === 'done' || one?.state === 'failed');
    expect(job).toMatchObject({ state: 'done', trouble: null });
    const trial = await second.call('trials.open', { clipId: clip.id });
    expect(trial.result?.gait).toBe('run');
    expect(trial.result?.timeS).toBeInstanceOf(Float64Array);
    expect(trial.pose?.model).toBe('blazepose-full');
    expect((await second.call('sessions.open', { sessionId: session.id })).results.length).toBe(1);
    expect((await second.get(trial.film!.filmPath, { Range: 'bytes=4-7' })).status).toBe(206);
    expect(readdirSync(path.join(library, 'work'))).toEqual([]);

    const stride = trial.result!.strides[0];
    const edit = { kind: 'stride-excluded', side: stride.side, timeS: stride.startS } as const;
    const edited = await second.call('edits.add', { clipId: clip.id, edit });
    expect(edited.result!.strides[0].excluded).not.toBeNull();
    expect((await second.call('edits.undo', { clipId: clip.id })).result).toEqual(trial.result);

    await second.call('clients.remove', { id: client.id });
    expect(await second.call('clients.list', null)).toEqual([]);
    expect(await second.call('jobs.list', null)).toEqual([]);
    expect(readdirSync(path.join(library, 'videos'))).toEqual([]);

    second.child.kill('SIGTERM');
    expect(await stopped(second.child)).toBe(0);
  });
});

/** Whole stretches of the pose that are on the disk; one that is being written has more in its name. */
function kept(): number {
  const work = path.join(library, 'work');
  return readdirSync(work, { recursive: true }).filter((name) => /\bfrom-\d+$/.test(String(name))).length;
}
