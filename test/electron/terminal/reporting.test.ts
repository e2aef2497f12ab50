// `openstride compare` and `openstride report` from outside: what they write, what they print, and what they refuse.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoClipName } from '../../../electron/demoClient/demoClips.ts';
import { demoFile } from '../../../electron/demoClient/demoFolder.ts';
import { COMPARISON_SCHEMA } from '../../../electron/export/comparisonJson.ts';
import { compareCommand } from '../../../electron/terminal/compareCommand.ts';
import { exitCodeFor } from '../../../electron/terminal/exitCodes.ts';
import { parseArguments } from '../../../electron/terminal/parseArguments.ts';
import { reportCommand } from '../../../electron/terminal/reportCommand.ts';
import { UsageError } from '../../../electron/terminal/words.ts';
import { probeVideo } from '../../../electron/video/probe.ts';
import { framesOf } from '../../support/changedPose.ts';
import { demoTrial, sampleOf } from '../../support/demoTrials.ts';
import { makeClip } from '../../support/makeClip.ts';
import { storeResult } from '../../support/storedResult.ts';
import { TEST_CHROMIUM_MISSING } from '../../support/testChromium.ts';
import { contents, freshFolder, runOpenstride, sentences } from './runOpenstride.ts';

const room = freshFolder();
afterAll(() => rmSync(room, { recursive: true, force: true }));
const at = (...parts: string[]) => path.join(room, ...parts);

beforeAll(async () => {
  for (const when of ['before', 'after'] as const)
    for (const side of ['left', 'right'] as const)
      await storeResult(at(when, side), await demoTrial(`demo_${when}_${side}60`));
  mkdirSync(at('moved'));
  const { video, ...rest } = JSON.parse(readFileSync(at('before', 'left', 'result.json'), 'utf8'));
  const { path: _, ...withoutPlace } = video;
  writeFileSync(at('moved', 'result.json'), JSON.stringify({ ...rest, video: withoutPlace }));
});

/** As cli.ts does, without a process of its own. */
async function run(args: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const terminal = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
    signal: new AbortController().signal,
  };
  try {
    const command = parseArguments(args);
    if (command.kind !== 'compare' && command.kind !== 'report') throw new Error(`understood as ${command.kind}`);
    const code =
      command.kind === 'compare'
        ? await compareCommand(command.compare, terminal)
        : await reportCommand(command.report, terminal);
    return { code, ...said };
  } catch (error) {
    terminal.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { code: error instanceof UsageError ? 2 : exitCodeFor(error), ...said };
  }
}

const pagesOf = (pdf: string) =>
  readFileSync(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length;
const picturesIn = (pdf: string) =>
  readFileSync(pdf)
    .toString('latin1')
    .match(/\/Filter \/DCTDecode/g)?.length ?? 0;

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('on paper (with the bundled browser: Linux x64 only)', () => {
  it('two visits: table, JSON by its schema, CSV and a tagged PDF with the pictures of both', async () => {
    const run = await runOpenstride(['compare', at('before'), at('after'), '--out', at('cmp'), '--names', 'May,June']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(contents(at('cmp'))).toEqual(['comparison.csv', 'comparison.json', 'comparison.pdf']);
    const json = COMPARISON_SCHEMA.parse(JSON.parse(readFileSync(at('cmp', 'comparison.json'), 'utf8')));
    expect(json).toMatchObject({ kind: 'before-after', comparable: true, notes: [] });
    expect(json.rows.filter((row) => row.verdict === 'changed')).toHaveLength(12);
    const csv = readFileSync(at('cmp', 'comparison.csv'), 'utf8').trim().split('\n');
    expect(csv).toHaveLength(json.rows.length + 1);
    expect(csv[1]).toMatch(/^kneeFlexionPeakSwing,.*Right,°,84\.0,15\.3,96\.8,15\.3,12\.7,5\.7,changed,$/);
    expect(run.stdout).toContain('Before: May. After: June.');
    expect(pagesOf(at('cmp', 'comparison.pdf'))).toBe(4);
    const pdf = readFileSync(at('cmp', 'comparison.pdf')).toString('latin1');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Marked true');
    expect(picturesIn(at('cmp', 'comparison.pdf'))).toBe(8);
  });

  it('one result is a report of one film, a visit from both sides left against right, three a follow-up', async () => {
    const report = (name: string, ...places: string[]) =>
      run(['report', ...places, '--out', at(name), '--paper', 'letter', '--clinic', 'Łódź Physio']);
    const runs = await Promise.all([
      report('one.pdf', at('before', 'left')),
      report('sides.pdf', at('before')),
      report('three.pdf', at('before'), at('after'), at('after', 'left')),
    ]);
    expect(runs.map((run) => [run.code, run.stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ]);
    expect(['one.pdf', 'sides.pdf', 'three.pdf'].map((name) => pagesOf(at(name)))).toEqual([2, 3, 5]);
    expect(readFileSync(at('one.pdf')).toString('latin1')).toMatch(/\/MediaBox \[0 0 612(\.\d+)? 792(\.\d+)?\]/);
  });

  it('a film is measured first, into a folder of its own', async () => {
    const film = await makeClip('plain');
    const out = at('from a film');
    const said = await run(['compare', film, at('before', 'right'), '--out', out, '--model', 'full', '--no-report']);
    expect(said.code).toBe(0);
    expect(contents(out)).toEqual(['comparison.csv', 'comparison.json', 'plain']);
    expect(contents(path.join(out, 'plain'))).toContain('result.json');
    // The belt speed of the film was not given, so nothing is judged.
    expect(said.stdout).toMatch(/cannot be compared\n {2}The belt speed of one or both is not known/);
  });

  it('a film that is gone costs its pictures and is said; --film brings them back', async () => {
    const args = ['report', at('moved'), '--force', '--out', at('moved.pdf')];
    const alone = await run(args);
    expect(alone).toMatchObject({ code: 0, stderr: expect.stringMatching(/tables beside .* are missing/) });
    copyFileSync(at('before', 'left', 'keypoints-clean.csv'), at('moved', 'keypoints-clean.csv'));
    const gone = await run([...args, '--film', demoFile('demo_before_right60.mp4')]);
    expect(gone).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/demo_before_left60\.mp4 was not found.*--film FILE/),
    });
    expect(picturesIn(at('moved.pdf'))).toBe(0);
    const found = await run([...args, '--film', demoFile('demo_before_left60.mp4')]);
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(picturesIn(at('moved.pdf'))).toBe(8);
  });
});

describe('a comparison that is refused', () => {
  it('is a finding: it says why, shows the values, and exits with 0', async () => {
    const said = await run(['compare', at('before', 'left'), at('after', 'right'), '--kind', 'before-after']);
    expect(said.code).toBe(0);
    expect(said.stdout).toMatch(/cannot be compared\n {2}One was filmed from the left, the other from the right/);
    expect(said.stdout).toMatch(/Cadence .*160\.0.*169\.4.*not judged/);
    expect(said.stdout).not.toMatch(/\bchanged\b/);
  });

  it('the same film twice has not changed and is named', async () => {
    const said = await run(['compare', at('before', 'left'), at('before', 'left'), '--json']);
    const json = COMPARISON_SCHEMA.parse(JSON.parse(said.stdout));
    expect(json.notes.map((note) => note.code)).toEqual(['same-film']);
    expect(json.rows.filter((row) => row.verdict === 'changed')).toEqual([]);
  });

  it('one film from each side is left against right without being told', async () => {
    const said = await run(['compare', at('before', 'right'), at('before', 'left'), '--json']);
    const json = COMPARISON_SCHEMA.parse(JSON.parse(said.stdout));
    expect(json.kind).toBe('left-right');
    expect(json.rows[0]).toMatchObject({ id: 'kneeFlexionPeakSwing', side: null, verdict: 'changed' });
    expect(json.rows[0]!.difference).toBeLessThan(-13); // the right knee bends less
  });
});

describe('the film of both', () => {
  /** Some strides in the middle, as `--from` and `--to` measure them. */
  async function partOf(name: DemoClipName) {
    const whole = await demoTrial(name);
    const raw = framesOf(whole.raw, (frame) => frame >= 240 && frame < 410);
    return { ...sampleOf(name, raw, whole.pose), video: whole.video };
  }
  const compare = (...args: string[]) =>
    run(['compare', ...args, '--no-report', '--side-by-side', '1', '--names', 'May,June']);

  it('is written beside the table, faces unrecognisable, and says how far it is', async () => {
    const out = at('film');
    const [may, june] = [await partOf('demo_before_left60'), await partOf('demo_after_left60')];
    const said = await compare(
      await storeResult(at('may'), may),
      await storeResult(at('june'), june),
      '--out',
      out,
      '--blur-faces',
    );
    expect(said.code).toBe(0);
    expect(contents(out)).toEqual(['comparison.csv', 'comparison.json', 'side-by-side.mp4']);
    expect(sentences(said.stderr)).toEqual([]);
    expect(said.stderr).toMatch(/^side-by-side\.mp4: +\d+ % Writing.*side-by-side\.mp4: +100 % Writing$/ms);
    const film = await probeVideo(path.join(out, 'side-by-side.mp4'));
    const [both] = [may, june]
      .map(({ result }) => result.strides.filter(({ side }) => side === 'left'))
      .sort((a, b) => a.length - b.length);
    expect(both!.length).toBeGreaterThan(1);
    expect(Math.abs(film.durationS - (both!.at(-1)!.endS - both![0]!.startS))).toBeLessThan(0.2);
  });

  it('that is gone is said, and the rest is there; films brought from elsewhere are taken', async () => {
    copyFileSync(at('before', 'left', 'keypoints-clean.csv'), at('moved', 'keypoints-clean.csv'));
    const out = at('film moved');
    const gone = await compare(at('moved'), at('after', 'left'), '--out', out);
    expect(gone.code).toBe(3);
    expect(sentences(gone.stderr)).toEqual([
      'Compared, but without side-by-side.mp4. demo_before_left60.mp4 was not found where it was, or is another film now; say where it is with --film FILE.',
    ]);
    expect(contents(out)).toEqual(['comparison.csv', 'comparison.json']);
    expect(gone.stdout).toContain('Cadence');
  });

  it('that is stopped leaves nothing of it', async () => {
    const out = at('film stopped');
    const stop = new AbortController();
    const terminal = {
      stdout: { write: () => true },
      stderr: { write: (words: string) => / [1-9]\d %/.test(words) && stop.abort() },
      signal: stop.signal,
    };
    const command = parseArguments([
      'compare',
      at('before'),
      at('after'),
      '--out',
      out,
      '--no-report',
      '--side-by-side',
      '0.5',
    ]);
    if (command.kind !== 'compare') throw new Error(command.kind);
    await expect(compareCommand(command.compare, terminal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(contents(out)).toEqual(['comparison.csv', 'comparison.json']);
  });

  it('is asked for in words that can be followed', async () => {
    const both = ['compare', at('before', 'left'), at('after', 'left'), '--side-by-side'];
    expect(await run([...both, '3', '--out', at('never')])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('1, 0.5, 0.25'),
    });
    expect(await run([...both, '1'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--out DIR') });
    expect(existsSync(at('never'))).toBe(false);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['no such place', () => at('nowhere'), 3, /no such file/],
    ['a folder without a result', () => at('empty'), 3, /holds no result\.json/],
    ['JSON of something else', () => at('other.json'), 3, /no result of OpenStride/],
    ['a later schema', () => at('later.json'), 3, /update OpenStride/],
    ['a film without a folder for its result', () => demoFile('demo_before_left60.mp4'), 2, /--out DIR/],
    ['two films from one side', () => at('twice'), 3, /more than one film from the left/],
  ])('%s: a sentence and the right exit code', async (_, place, code, sentence) => {
    mkdirSync(at('empty'), { recursive: true });
    writeFileSync(at('other.json'), '{"schema":"else/1"}');
    writeFileSync(at('later.json'), '{"schema":"openstride.result/9"}');
    for (const name of ['a', 'b']) {
      mkdirSync(at('twice', name), { recursive: true });
      copyFileSync(at('before', 'left', 'result.json'), at('twice', name, 'result.json'));
    }
    const said = await run(['compare', place(), at('before', 'left')]);
    expect(said.code).toBe(code);
    expect(sentences(said.stderr)).toHaveLength(1);
    expect(said.stderr).toMatch(sentence);
    expect(said.stdout).toBe('');
  });

  it('a PDF that is there already is kept unless it may be replaced', async () => {
    writeFileSync(at('mine.pdf'), 'mine');
    const said = await run(['report', at('before', 'left'), '--out', at('mine.pdf')]);
    expect(said.code).toBe(5);
    expect(said.stderr).toMatch(/--force/);
    expect(readFileSync(at('mine.pdf'), 'utf8')).toBe('mine');
  });

  it('a comparison.json of another program is kept', async () => {
    mkdirSync(at('foreign'));
    writeFileSync(at('foreign', 'comparison.json'), '{}');
    const said = await run(['compare', at('before'), at('after'), '--out', at('foreign')]);
    expect(said.code).toBe(5);
    expect(contents(at('foreign'))).toEqual(['comparison.json']);
  });

  it('a logo that is no picture is refused before anything is printed', async () => {
    writeFileSync(at('logo.txt'), 'text');
    const said = await run(['report', at('before', 'left'), '--out', at('logo.pdf'), '--logo', at('logo.txt')]);
    expect(said.code).toBe(2);
    expect(said.stderr).toMatch(/no PNG or JPEG/);
    expect(existsSync(at('logo.pdf'))).toBe(false);
  });
});
