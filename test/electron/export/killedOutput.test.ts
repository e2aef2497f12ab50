// A run that was killed leaves a hidden folder; the next run into the same place removes it and puts back what was half replaced.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLeftBehind, ownMark } from '../../../electron/export/leftBehind.ts';
import { openOutputFolder } from '../../../electron/export/outputFolder.ts';
import { replaceResult } from '../../../electron/export/replaceResult.ts';
import { makeClip } from '../../support/makeClip.ts';
import { freshFolder, runOpenstride } from '../terminal/runOpenstride.ts';

const OURS = JSON.stringify({ schema: 'openstride.result/1' });
const OLD = { 'result.json': OURS, 'angles.csv': 'old angles', 'overlay.mp4': 'old film' };
const NEW = { 'result.json': `${OURS} `, 'angles.csv': 'new angles', 'report.pdf': 'new report' };

let parent: string;
let target: string;
beforeEach(() => {
  parent = freshFolder();
  target = join(parent, 'out');
});
afterEach(() => rmSync(parent, { recursive: true }));

/** A mark of a process of this computer that has ended. */
function deadMark(): string {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return ownMark().replace(`-${process.pid}-`, `-${pid}-`);
}

function fill(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const contentOf = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** The next run, which does not get far. */
async function nextRun(): Promise<void> {
  await (await openOutputFolder(target)).discard();
}

describe('a mark in a name', () => {
  it('of this process or of another computer is somebody at work; of a process that has ended, or very old, it is left behind', () => {
    const now = Date.now();
    expect(isLeftBehind(`.x-${ownMark()}.part`, now)).toBe(false);
    expect(isLeftBehind(`.x-${deadMark()}.part`, now)).toBe(true);
    expect(isLeftBehind(`.x-00000000-1-00000000.part`, now)).toBe(false);
    expect(isLeftBehind(`.x-00000000-1-00000000.part`, now - 8 * 86_400_000)).toBe(true);
    expect(isLeftBehind('.x.part', 0)).toBe(false);
  });

  it('of our own number from before we started is of another process, which had it before', () => {
    const before = Date.now() - process.uptime() * 1000 - 60_000;
    expect(isLeftBehind(ownMark(), before)).toBe(true);
  });
});

describe('what a killed run left', () => {
  it('of `openstride analyze` is gone after the next run into the same place', async () => {
    const film = await makeClip('plain', { durationS: 1, heightPx: 240 });
    const killed = await runOpenstride(['analyze', film, '--out', target], (child) => {
      if (existsSync(parent) && readdirSync(parent).length > 0) child.kill('SIGKILL');
    });
    expect(killed.code).toBeNull();
    expect(readdirSync(parent)).toHaveLength(1);
    expect(readdirSync(parent)[0]).toMatch(/^\.out\.openstride-/);
    await nextRun();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('beside a new folder and inside one that exists is removed; what a living run makes stays', async () => {
    fill(target, OLD);
    const living = await openOutputFolder(target);
    fill(join(parent, `.out.openstride-${deadMark()}`), NEW);
    fill(join(target, `.openstride-${deadMark()}`), NEW);
    const foreign = fill(join(parent, `.other.openstride-${deadMark()}`), NEW);
    await nextRun();
    expect(readdirSync(parent).sort()).toEqual([foreign.slice(parent.length + 1), 'out']);
    expect(readdirSync(target).filter((name) => name.startsWith('.'))).toHaveLength(1);
    writeFileSync(living.path('result.json'), NEW['result.json']);
    await living.commit();
    expect(contentOf(target)).toEqual({ 'result.json': NEW['result.json'] });
  });

  it('of another computer goes when it is older than a week', async () => {
    const shared = fill(join(parent, '.out.openstride-00000000-1-00000000'), NEW);
    await nextRun();
    expect(existsSync(shared)).toBe(true);
    const longAgo = Date.now() / 1000 - 8 * 86_400;
    utimesSync(shared, longAgo, longAgo);
    await nextRun();
    expect(existsSync(shared)).toBe(false);
  });
});

describe('a run killed while it replaced an older result', () => {
  /** As far as the swap had come: these of the old ones aside, all of them or not, these of the new ones in. */
  function killedAt(aside: readonly string[], all: boolean, moved: readonly string[]): void {
    fill(target, OLD);
    const staging = fill(join(target, `.openstride-${deadMark()}`), NEW);
    const old = fill(`${staging}-old-${deadMark()}`, all ? { '.all-aside': '' } : {});
    for (const name of aside) renameSync(join(target, name), join(old, name));
    for (const name of moved) renameSync(join(staging, name), join(target, name));
  }

  it('before all old files were aside leaves the old result', async () => {
    for (const aside of [[], ['result.json'], ['result.json', 'angles.csv']]) {
      killedAt(aside, false, []);
      await nextRun();
      expect(contentOf(target), String(aside)).toEqual(OLD);
      rmSync(target, { recursive: true });
    }
  });

  it('before all new files were in leaves the old result, and none of the new', async () => {
    for (const moved of [[], ['report.pdf'], ['report.pdf', 'angles.csv']]) {
      killedAt(Object.keys(OLD), true, moved);
      await nextRun();
      expect(contentOf(target), String(moved)).toEqual(OLD);
      rmSync(target, { recursive: true });
    }
  });

  it('after that leaves the new one', async () => {
    killedAt(Object.keys(OLD), true, ['report.pdf', 'angles.csv', 'result.json']);
    await nextRun();
    expect(contentOf(target)).toEqual(NEW);
  });

  it('undisturbed it replaces all of it', async () => {
    fill(target, OLD);
    await replaceResult(fill(join(parent, 'staging'), NEW), fill(join(parent, 'aside'), {}), target);
    expect(contentOf(target)).toEqual(NEW);
    expect(existsSync(join(parent, 'aside'))).toBe(false);
  });
});
