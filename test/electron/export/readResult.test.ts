// A result that was written can be read back whole, and what is no result says why.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyFrameRows } from '../../../core/report/keyFrames.ts';
import { reportModel } from '../../../core/report/reportModel.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { writeTables } from '../../../electron/export/csv.ts';
import { readResult } from '../../../electron/export/readResult.ts';
import { resultJson } from '../../../electron/export/resultJson.ts';
import { sampleTrial } from '../../support/sampleResult.ts';

const room = mkdtempSync(path.join(tmpdir(), 'openstride é '));
afterAll(() => rmSync(room, { recursive: true }));
const demo = sampleTrial();
const json = resultJson({ ...demo, video: { ...demo.video, path: '../films/a film.mp4' } });
const whole = path.join(room, 'whole');

beforeAll(async () => {
  mkdirSync(whole);
  writeFileSync(path.join(whole, 'result.json'), JSON.stringify(json));
  await writeTables({ path: (name) => path.join(whole, name) }, demo.raw, demo.result);
});

describe('a result read back', () => {
  it('draws the same report as when it was made', async () => {
    const stored = await readResult(whole);
    const { picture: _, keyFrames: stride, ...said } = reportModel(stored);
    const { picture: __, keyFrames: strideThen, ...saidThen } = reportModel(demo);
    expect(said).toEqual({ ...saidThen, curves: said.curves });
    // Curves are kept to nine digits, far below a line's width.
    said.curves.forEach((panel, i) => {
      expect({ ...panel, left: null, right: null }).toEqual({ ...saidThen.curves[i], left: null, right: null });
    });
    expect(stride.map((row) => row.frames.map(({ frame, knee, moment }) => ({ frame, knee, moment })))).toEqual(
      strideThen.map((row) => row.frames.map(({ frame, knee, moment }) => ({ frame, knee, moment }))),
    );
    expect(stride[0]!.frames[0]!.lines.length).toBeGreaterThan(5);
  });

  it('keeps the error that differences are judged by, and where the film lay', async () => {
    const { result, filmPath } = await readResult(path.join(whole, 'result.json'));
    expect(result.parameters.map((p) => p.sigmaRepeat)).toEqual(json.parameters.map((p) => p.sigmaRepeat));
    expect(filmPath).toBe(path.join(room, 'films', 'a film.mp4'));
  });

  it('without its tables has everything but the pictures', async () => {
    const alone = path.join(room, 'passed on.json');
    writeFileSync(alone, JSON.stringify({ ...json, video: demo.video }));
    const stored = await readResult(alone);
    expect(stored.filmPath).toBeNull();
    expect(stored.result.parameters).toHaveLength(demo.result.parameters.length);
    const rows = keyFrameRows(stored.result, stored.video, REPORT_TEXT);
    expect(rows.flatMap((row) => row.frames).every((picture) => picture.missing !== null)).toBe(true);
  });

  it('of a later version leaves out what it has no words for', async () => {
    const later = path.join(room, 'later.json');
    const extra = { ...json.parameters[0]!, id: 'somethingNew' };
    writeFileSync(later, JSON.stringify({ ...json, parameters: [...json.parameters, extra] }));
    expect((await readResult(later)).result.parameters).toHaveLength(json.parameters.length);
  });
});

describe('what is no result', () => {
  it.each([
    ['nothing at all', null, /no such file/],
    ['cut short', '{"schema": "openstride.res', /not JSON/],
    ['of another program', '{"schema": "other/1"}', /no result of OpenStride/],
    ['a list', '[]', /no result of OpenStride/],
    ['of a later schema', '{"schema": "openstride.result/2"}', /openstride\.result\/2.*update/],
    ['without its numbers', JSON.stringify({ ...json, parameters: undefined }), /parameters.*measure the film again/],
  ])('%s says so in a sentence', async (name, text, sentence) => {
    const file = path.join(room, `${name}.json`);
    if (text !== null) writeFileSync(file, text);
    await expect(readResult(file)).rejects.toMatchObject({
      code: 'result-unreadable',
      message: expect.stringMatching(sentence),
    });
  });

  it('nor is an empty folder', async () => {
    const empty = path.join(room, 'empty');
    mkdirSync(empty);
    await expect(readResult(empty)).rejects.toMatchObject({ message: expect.stringContaining('holds no result.json') });
  });
});
