// What the command line understands, and what it says when it does not.
import { describe, expect, it } from 'vitest';
import { ANALYZE_DEFAULTS } from '../../../core/types.ts';
import { parseArguments } from '../../../electron/terminal/parseArguments.ts';
import { UsageError } from '../../../electron/terminal/words.ts';

const analyze = (...words: string[]) => {
  const command = parseArguments(['analyze', ...words]);
  if (command.kind !== 'analyze') throw new Error(`understood as ${command.kind}`);
  return command.analyze;
};

describe('the command line', () => {
  it('needs only a film and a folder; the rest has defaults', () => {
    const command = analyze('a film.mp4', '--out', 'results');
    expect(command).toMatchObject({
      files: ['a film.mp4'],
      outDir: 'results',
      model: 'heavy',
      overlay: false,
      blurFaces: false,
      exports: [],
      report: true,
    });
    expect(command.analysis).toEqual(ANALYZE_DEFAULTS);
  });

  it('takes every option of the contract', () => {
    const words =
      'a.mp4 b.mov --out d --view left --gait run --speed-ms 2.9 --incline-pct -3 --slow-motion 8 --height-m 1.7 --mass-kg 62 ' +
      '--model full --overlay --no-report --json --from 1.5 --to 9';
    const command = analyze(...words.split(' '));
    expect(command.files).toEqual(['a.mp4', 'b.mov']);
    expect(command.analysis).toEqual({
      view: 'left',
      gait: 'run',
      speedMs: 2.9,
      inclinePct: -3,
      slowMotion: 8,
      heightM: 1.7,
      massKg: 62,
    });
    expect(command).toMatchObject({ model: 'full', overlay: true, report: false, json: true, fromS: 1.5, toS: 9 });
  });

  it.each([
    [['analyse', 'a.mp4'], '"analyse" is not a command'],
    [['analyze', '--out', 'd'], 'No video was named'],
    [['analyze', 'a.mp4'], '--out'],
    [['analyze', 'a.mp4', '--out', 'd', '--view', 'top'], '--view takes auto, left, right, posterior, not "top"'],
    [['analyze', 'a.mp4', '--out', 'd', '--speed-ms', 'fast'], '--speed-ms takes a number, not "fast"'],
    [['analyze', 'a.mp4', '--out', 'd', '--speed-ms', '100'], '--speed-ms must be between 0.1 and 12'],
    [['analyze', 'a.mp4', '--out', 'd', '--speed-ms', ''], '--speed-ms takes a number'],
    [['analyze', 'a.mp4', '--out', 'd', '--from', '5', '--to', '4'], '--to must be later'],
    [['analyze', 'a.mp4', '--out', 'd', '--workers', '1.5'], 'whole number'],
    [['analyze', 'a.mp4', '--out', 'd', '--colour'], '--colour'],
  ])('%j is refused with a sentence', (words, sentence) => {
    expect(() => parseArguments(words)).toThrow(UsageError);
    expect(() => parseArguments(words)).toThrow(sentence);
  });

  it.each([
    [['compare', 'a'], 'Two are compared, not 1'],
    [['compare', 'a', 'b', 'c'], 'Two are compared, not 3'],
    [['compare', 'a', 'b', '--kind', 'follow-up'], '--kind takes before-after, left-right, fresh-tired'],
    [['compare', 'a', 'b', '--names', 'May'], '--names gives 1 names for 2'],
    [['compare', 'a', 'b', '--paper', 'a3'], '--paper takes a4, letter'],
    [['report', '--out', 'x.pdf'], 'No result was named'],
    [['report', 'a'], '--out FILE.pdf'],
    [['report', ...'abcdefghijklm'.split(''), '--out', 'x.pdf'], '12 visits at most, not 13'],
    [['report', 'a', 'b', '--out', 'x.pdf', '--kind', 'single'], 'takes one result'],
    [['report', 'a', '--out', 'x.pdf', '--kind', 'before-after'], 'takes two results, not 1'],
    [
      ['report', 'a', 'b', '--out', 'x.pdf', '--kind', 'fresh-tired', '--minutes', '2'],
      '--minutes gives 1 times for 2',
    ],
    [['report', 'a', '--out', 'x.pdf', '--kind', 'fresh-tired'], 'takes the clips of one run'],
    [['report', 'a', '--out', 'x.pdf', '--leave-out', 'curves,pages'], 'not "pages"'],
    [['report', 'a', '--out', 'x.pdf', '--speed-ms', '3'], '--speed-ms'],
  ])('%j is refused with a sentence too', (words, sentence) => {
    expect(() => parseArguments(words)).toThrow(UsageError);
    expect(() => parseArguments(words)).toThrow(sentence);
  });

  it('a report takes every option of its own', () => {
    const words = ['--names', 'May, June', '--client', 'M. K.', '--clinic', 'Praxis', '--text-client', 'One\\nTwo'];
    const command = parseArguments([
      ...['report', 'a', 'b', '--out', 'x.pdf', ...words, '--for', 'colleague', '--paper', 'letter'],
      ...['--leave-out', 'curves,table', '--film', 'f.mp4', '--film', 'g.mp4', '--blur-faces'],
    ]);
    if (command.kind !== 'report') throw new Error(`understood as ${command.kind}`);
    expect(command.report).toMatchObject({ places: ['a', 'b'], kind: null, outFile: 'x.pdf', force: false });
    expect(command.report.words).toEqual({
      names: ['May', 'June'],
      client: 'M. K.',
      clinicName: 'Praxis',
      logoFile: null,
      noteForClient: 'One\nTwo',
      noteForColleague: '',
      paper: 'letter',
      reader: 'colleague',
      leftOut: ['curves', 'table'],
      films: ['f.mp4', 'g.mp4'],
      blurFaces: true,
    });
  });

  it('no words at all ask for help', () => {
    expect(parseArguments([]).kind).toBe('help');
    expect(parseArguments(['--help']).kind).toBe('help');
    expect(parseArguments(['--version']).kind).toBe('version');
  });
});
