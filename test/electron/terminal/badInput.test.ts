// Everything that can be wrong with a film or a folder: one sentence, the right exit code, and nothing left behind.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ClipKind } from '../../support/makeClip.ts';
import { makeClip } from '../../support/makeClip.ts';
import { contents, freshFolder, runOpenstride, sentences } from './runOpenstride.ts';

const room = freshFolder();
afterAll(() => rmSync(room, { recursive: true, force: true }));

const QUICK = ['--model', 'full', '--no-report'];

describe('a film that cannot be measured', () => {
  it.each<[ClipKind, number, RegExp]>([
    ['missing', 3, /There is no film at .*; check/],
    ['folder', 3, /folder/i],
    ['empty', 3, /empty/i],
    ['textFile', 3, /not a (film|video)|no video|cannot be read/i],
    ['truncatedIndex', 3, /cut off|incomplete|copy/i],
    ['audioOnly', 3, /sound|no picture/i],
    ['unknownCodec', 3, /cannot/i],
    ['twoFrames', 4, /2 (pictures|frames)|too short/i],
    ['noPerson', 4, /no person/i],
  ])('%s: exit %i and a sentence', async (kind, code, sentence) => {
    const out = path.join(room, kind);
    const run = await runOpenstride(['analyze', await makeClip(kind), '--out', out, ...QUICK]);
    expect(run.code).toBe(code);
    const said = sentences(run.stderr);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(sentence);
    // What happened and what to do: two sentences' worth of words, and no stack.
    expect(said[0].split(' ').length).toBeGreaterThan(8);
    expect(said[0]).not.toMatch(/ at .*\.ts|Error:/);
    expect(contents(room)).not.toContain(kind);
    expect(contents(room).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a film that is odd but can be measured', () => {
  it.each<[ClipKind, (json: ReturnType<typeof readResult>) => void]>([
    ['rotated90', (json) => expect(json.video).toMatchObject({ widthPx: 640, heightPx: 360, rotationDeg: 90 })],
    [
      'variableRate',
      (json) => {
        expect(json.video.variableRate).toBe(true);
        expect(json.quality.map((q) => q.code)).toContain('variable-rate');
      },
    ],
    ['hevc', (json) => expect(json.gait).toBe('run')],
    ['truncated', (json) => expect(json.quality.map((q) => q.code)).toContain('video-truncated')],
  ])('%s is measured and says so', async (kind, check) => {
    const out = path.join(room, kind);
    const run = await runOpenstride(['analyze', await makeClip(kind), '--out', out, '--no-report']);
    expect(run.stderr).not.toMatch(/Error/);
    expect(run.code).toBe(0);
    const json = readResult(out);
    expect(json.gait).toBe('run');
    check(json);
  });

  it('feet cut off: nothing that needs a foot is given a number', async () => {
    const out = path.join(room, 'feetCutOff');
    const run = await runOpenstride(['analyze', await makeClip('feetCutOff'), '--out', out, ...QUICK]);
    if (run.code === 4) return expect(sentences(run.stderr)[0]).toMatch(/feet|foot/i);
    const json = readResult(out);
    expect(json.quality.map((q) => q.code)).toContain('feet-cut-off');
    for (const p of json.parameters.filter((q) => /foot|ankle|strike|contactTime/i.test(q.id)))
      expect(p.value).toBeNull();
  });
});

describe('a folder that cannot be used', () => {
  it('below a file: exit 5, and the file is untouched', async () => {
    const file = path.join(room, 'a file');
    writeFileSync(file, 'mine');
    const run = await runOpenstride([
      'analyze',
      await makeClip('plain'),
      '--out',
      path.join(file, 'results'),
      ...QUICK,
    ]);
    expect(run.code).toBe(5);
    expect(sentences(run.stderr)).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it.skipIf(process.getuid?.() === 0)(
    'without permission (root may write anywhere, so skipped for root): exit 5',
    async () => {
      const locked = path.join(room, 'locked');
      mkdirSync(locked, { mode: 0o555 });
      const run = await runOpenstride(['analyze', await makeClip('plain'), '--out', path.join(locked, 'x'), ...QUICK]);
      expect(run.code).toBe(5);
    },
  );

  it('with another film’s result: refused, kept, and replaced only with --force', async () => {
    const out = path.join(room, 'taken');
    mkdirSync(out);
    const other = { schema: 'openstride.result/1', video: { sha256: 'f'.repeat(64), file: 'other.mp4' } };
    writeFileSync(path.join(out, 'result.json'), JSON.stringify(other));
    writeFileSync(path.join(out, 'my notes.txt'), 'keep');
    const args = ['analyze', await makeClip('plain'), '--out', out, ...QUICK];
    const refused = await runOpenstride(args);
    expect(refused.code).toBe(5);
    expect(sentences(refused.stderr)[0]).toMatch(/other\.mp4.*--force/);
    expect(readResult(out)).toEqual(other);
    expect((await runOpenstride([...args, '--force'])).code).toBe(0);
    expect(readResult(out).video.file).toBe('plain.mp4');
    expect(readFileSync(path.join(out, 'my notes.txt'), 'utf8')).toBe('keep');
    // The same film again needs no force.
    expect((await runOpenstride(args)).code).toBe(0);
  });

  it.skipIf(!mayMount())(
    'on a full disk (needs the right to mount a small one): exit 5 and nothing half-written',
    async () => {
      const disk = path.join(room, 'full disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48k', 'tmpfs', disk]);
      try {
        const run = await runOpenstride([
          'analyze',
          await makeClip('plain'),
          '--out',
          path.join(disk, 'out'),
          ...QUICK,
        ]);
        expect(run.code).toBe(5);
        expect(sentences(run.stderr)[0]).toMatch(/full|space/i);
        expect(contents(disk)).toEqual([]);
      } finally {
        execFileSync('umount', [disk]);
      }
    },
  );
});

interface ResultFile {
  readonly gait: string;
  readonly video: { readonly file: string; readonly variableRate: boolean; readonly sha256: string };
  readonly quality: readonly { readonly code: string }[];
  readonly parameters: readonly { readonly id: string; readonly value: number | null }[];
}

function readResult(folder: string): ResultFile {
  return JSON.parse(readFileSync(path.join(folder, 'result.json'), 'utf8'));
}

/** Whether this machine lets us mount a tmpfs. */
function mayMount(): boolean {
  const probe = freshFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
