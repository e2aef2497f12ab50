// The whole command from outside: what it writes, what it prints, how it stops.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RESULT_SCHEMA } from '../../../electron/export/resultSchema.ts';
import { ROOT } from '../../house/sourceFiles.ts';
import { makeClip } from '../../support/makeClip.ts';
import { contents, freshFolder, runOpenstride, sentences } from './runOpenstride.ts';

const room = freshFolder();
afterAll(() => rmSync(room, { recursive: true, force: true }));
const CLIP = path.join(ROOT, 'test/fixtures/dev01_run_before_right60.mp4');

describe('openstride analyze', () => {
  it('writes every file of the contract for one film, from a folder with a space and an accent', async () => {
    const out = path.join(room, 'one');
    const run = await runOpenstride([
      'analyze',
      CLIP,
      '--out',
      out,
      '--speed-ms',
      '3.2',
      '--model',
      'full',
      '--overlay',
      '--blur-faces',
      '--export',
      'c3d,mot,trc,xlsx',
      '--json',
    ]);
    expect(run.code).toBe(0);
    expect(contents(out)).toEqual(
      [
        'angles.csv',
        'angles.mot',
        'curves.csv',
        'events.csv',
        'keypoints-clean.csv',
        'keypoints.csv',
        'markers.trc',
        'motion.c3d',
        'overlay.mp4',
        'parameters.csv',
        'report.pdf',
        'result.json',
        'results.xlsx',
      ].sort(),
    );
    const written = JSON.parse(readFileSync(path.join(out, 'result.json'), 'utf8'));
    const json = RESULT_SCHEMA.parse(written);
    expect(json.pose.model).toBe('blazepose-full');
    expect(json.capture).toMatchObject({ view: 'right', facing: 1, speedMs: 3.2, scaleSource: 'belt' });
    expect(readFileSync(path.join(out, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const said = JSON.parse(run.stdout);
    expect(said.films[0]).toMatchObject({ exitCode: 0, error: null, out });
    expect(said.films[0].result).toEqual(written);
  });

  it('plain progress lines name stage and percent and never go back', async () => {
    const run = await runOpenstride([
      'analyze',
      await makeClip('plain'),
      '--out',
      path.join(room, 'lines'),
      '--model',
      'full',
      '--no-report',
    ]);
    const percents = [...run.stderr.matchAll(/: +(\d+) % (\S.*)/g)].map((m) => Number(m[1]));
    expect(percents.length).toBeGreaterThan(8);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.at(-1)).toBe(100);
  });

  it('several films get a folder each, and one that fails does not stop the rest', async () => {
    const out = path.join(room, 'several');
    const films = [await makeClip('textFile'), await makeClip('plain')];
    const run = await runOpenstride(['analyze', ...films, '--out', out, '--model', 'full', '--no-report']);
    expect(run.code).toBe(3);
    expect(contents(out)).toEqual(['plain']);
    expect(sentences(run.stderr)).toHaveLength(1);
    expect(run.stdout).toMatch(/text\.mp4\n {2}not measured/);
    expect(run.stdout).toMatch(/plain\.mp4 {2}→/);
  });

  it('Ctrl-C in the middle leaves nothing and exits with 130', async () => {
    const out = path.join(room, 'stopped');
    let pressed = false;
    const run = await runOpenstride(['analyze', CLIP, '--out', out], (child, stderr) => {
      if (!pressed && / 10 % /.test(stderr)) pressed = child.kill('SIGINT');
    });
    expect(run.code).toBe(130);
    expect(existsSync(out)).toBe(false);
    expect(contents(room).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(sentences(run.stderr)).toHaveLength(1);
  });

  it('wrong words exit with 2 before anything is opened', async () => {
    const run = await runOpenstride(['analyze', CLIP]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/--out/);
  });
});
