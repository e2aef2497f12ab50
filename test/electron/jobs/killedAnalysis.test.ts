// Program and engine killed at random moments of an analysis: the next start goes on, does no finished stretch again, same bytes.
//
// OPENSTRIDE_KILL_SEED repeats a run; the moments are as random as the machine all the same.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsInFolders } from '../../../electron/jobs/jobFolders.ts';
import { seeded } from '../../support/mocap.ts';
import { canMountSmallDisk, fillUp, mountSmallDisk } from '../../support/smallDisk.ts';
import type { Told } from './killedQueue.ts';

const PROGRAM = fileURLToPath(new URL('./killedQueue.ts', import.meta.url));
const SEED = Number(process.env.OPENSTRIDE_KILL_SEED ?? Date.now() % 1_000_000);
const FILMS = 2;
/** A film that killed so many would be given up; these are kills of the whole program, which are nobody's fault. */
const KILLS_EACH = 2;
/** Every start loads the networks; a busy machine takes its time, ms. */
const PATIENCE_MS = 300_000;
/** Between two pieces of news the engine goes on working, ms. */
const LONGEST_AFTER_MS = 150;
/** Share of the job; later than this it would often be over before the kill. */
const LAST_KILL_AT = 0.8;

const folder = mkdtempSync(path.join(os.tmpdir(), 'openstride-killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Program {
  readonly told: Told[];
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Both processes at once, as when the computer goes off. */
  kill(): void;
  until(what: (told: Told) => boolean): Promise<void>;
}

function startProgram(root: string): Program {
  const child = spawn(process.execPath, [PROGRAM, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  let text = '';
  child.stdout.on('data', (piece: Buffer) => {
    text += piece;
    const lines = text.split('\n');
    text = lines.pop()!;
    told.push(...lines.map((line) => JSON.parse(line) as Told));
    for (const look of waiting) look();
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, signal) => resolve(signal)));
  const engineId = () => told.findLast((one) => one.kind === 'engine')?.pid;
  return {
    told,
    ended,
    kill: () => {
      const engine = engineId();
      if (engine) killIfAlive(engine);
      child.kill('SIGKILL');
    },
    until: (what) =>
      new Promise((resolve, reject) => {
        const look = () => void (told.some(what) && resolve());
        waiting.add(look);
        look();
        void ended.then(() => (told.some(what) ? resolve() : reject(new Error(`ended: ${JSON.stringify(told)}`))));
      }),
  };
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Finished stretches on the disk: name → which file it is and when it was written; a stretch done again would be another file. */
function stretches(root: string): Record<string, string> {
  const job = readdirSync(path.join(root, 'work'))[0];
  const pose = job && path.join(root, 'work', job, 'pose');
  if (!pose || !existsSync(pose)) return {};
  const names = readdirSync(pose).filter((name) => /^from-\d+$/.test(name));
  return Object.fromEntries(
    names.map((name) => [name, String(statSync(path.join(pose, name), { bigint: true }).mtimeNs)]),
  );
}

describe(`an analysis killed at random moments (seed ${SEED})`, { timeout: PATIENCE_MS }, () => {
  let whole: Buffer;
  beforeAll(async () => {
    const root = path.join(folder, 'undisturbed');
    mkdirSync(root);
    await startProgram(root).ended;
    whole = readFileSync(path.join(root, 'outcome'));
  });

  it('goes on at every start, does no finished stretch again, and leaves the bytes of one that nobody disturbed', async () => {
    const random = seeded(SEED);
    const counts = { kills: 0, withStretches: 0 };
    for (let film = 0; film < FILMS; film++) {
      const root = path.join(folder, `film ${film}`);
      mkdirSync(root);
      let kept: Record<string, string> = {};
      for (let kill = 0; kill < KILLS_EACH; kill++) {
        const program = startProgram(root);
        const reached = random() * LAST_KILL_AT;
        await program.until((told) => told.kind === 'taken' || (told.kind === 'progress' && told.done >= reached));
        await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_AFTER_MS));
        program.kill();
        await program.ended;
        counts.kills++;
        if (existsSync(path.join(root, 'outcome'))) break; // it was quicker
        expect(stretches(root)).toMatchObject(kept);
        kept = stretches(root);
        if (Object.keys(kept).length > 0) counts.withStretches++;
        expect(jobsInFolders(path.join(root, 'work')).all()).toMatchObject([{ clipId: 'clip', deaths: 0 }]);
      }
      const last = startProgram(root);
      await last.ended;
      const taken = last.told.find((told) => told.kind === 'taken');
      if (taken?.kind === 'taken') expect(taken.stretches).toMatchObject(kept);
      expect(readFileSync(path.join(root, 'outcome')).equals(whole)).toBe(true);
      expect(readdirSync(path.join(root, 'work'))).toEqual([]);
    }
    console.info(`seed ${SEED}: ${counts.kills} kills, ${counts.withStretches} with finished stretches`);
  });

  it.skipIf(!canMountSmallDisk())(
    'and one that ran into a full disk (skipped where a small one cannot be mounted) goes on when there is room',
    async () => {
      const disk = mountSmallDisk(16_000)!;
      try {
        const first = startProgram(disk.folder);
        await first.until((told) => told.kind === 'progress' && Object.keys(stretches(disk.folder)).length > 0);
        fillUp(path.join(disk.folder, 'ballast'));
        await first.ended;
        const kept = stretches(disk.folder);
        expect(first.told.some((told) => told.kind === 'taken')).toBe(false);
        expect(Object.keys(kept).length).toBeGreaterThan(0);
        rmSync(path.join(disk.folder, 'ballast'));
        const again = startProgram(disk.folder);
        await again.ended;
        const taken = again.told.find((told) => told.kind === 'taken');
        expect(taken?.kind === 'taken' && taken.stretches).toMatchObject(kept);
        expect(readFileSync(path.join(disk.folder, 'outcome')).equals(whole)).toBe(true);
      } finally {
        disk.release();
      }
    },
  );
});
