import { describe, expect, it } from 'vitest';
import { resultJson } from '../../../electron/export/resultJson.ts';
import { RESULT_SCHEMA } from '../../../electron/export/resultSchema.ts';
import { sampleTrial, withLeftLegOnly, withNothingMeasured, withoutAnything } from '../../support/sampleResult.ts';

const demo = sampleTrial();
const written = (input: typeof demo): unknown => JSON.parse(JSON.stringify(resultJson(input)));

describe('result.json', () => {
  it('follows the schema openstride.result/1 for a run, a walk, a film from behind and every kind of poor result', () => {
    const inputs = [
      demo,
      sampleTrial('dev04_walk_right60'),
      sampleTrial('dev05_run_post60_dropL'),
      ...[withNothingMeasured, withoutAnything, withLeftLegOnly].map((change) => ({
        ...demo,
        result: change(demo.result),
      })),
    ];
    for (const input of inputs) expect(RESULT_SCHEMA.safeParse(written(input)).error?.issues ?? []).toEqual([]);
  });

  it('names its fields as documented, in that order', () => {
    expect(Object.keys(resultJson(demo)).slice(0, 10)).toEqual([
      'schema',
      'app',
      'video',
      'capture',
      'pose',
      'gait',
      'events',
      'parameters',
      'curves',
      'asymmetry',
    ]);
  });

  it('turns what is not finite into null', () => {
    const capture = { ...demo.result.capture, yawDeg: Number.NaN, metresPerPixel: Number.POSITIVE_INFINITY };
    const json = resultJson({ ...demo, result: { ...demo.result, capture } });
    expect(json.capture.yawDeg).toBeNull();
    expect(json.capture.metresPerPixel).toBeNull();
  });

  it('keeps every value to nine digits', () => {
    const value = demo.result.parameters[0]?.value ?? Number.NaN;
    expect(resultJson(demo).parameters[0]?.value).toBeCloseTo(value, 8);
  });

  it('takes of the film only what the schema names, whatever else the caller knows of it', () => {
    const probe = { ...demo.video, timeS: new Float64Array(3), codec: 'h264' };
    expect(Object.keys(resultJson({ ...demo, video: probe }).video)).toEqual(Object.keys(demo.video));
  });

  it('the same result gives the same bytes', () => {
    expect(JSON.stringify(resultJson(sampleTrial()))).toBe(JSON.stringify(resultJson(demo)));
  });
});

describe('the schema', () => {
  const json = written(demo) as { parameters: { value: number | null; quality: string }[] };

  it('refuses a value where there is none and none where there is one', () => {
    const first = json.parameters[0];
    const parameters = [{ ...first, value: null, quality: 'good' }];
    expect(RESULT_SCHEMA.safeParse({ ...json, parameters }).success).toBe(false);
  });

  it('refuses a missing section and allows added fields', () => {
    expect(RESULT_SCHEMA.safeParse({ ...json, curves: undefined }).success).toBe(false);
    expect(RESULT_SCHEMA.safeParse({ ...json, added: 1 }).success).toBe(true);
  });
});
