import { describe, expect, it } from 'vitest';
import { LANDMARK } from '../../../core/landmarks.ts';
import { anglesCsv, cleanKeypointsCsv, eventsCsv, keypointsCsv } from '../../../electron/export/csv.ts';
import { sampleTrial } from '../../support/sampleResult.ts';

const { raw, result } = sampleTrial();

/** Header and rows of cells. */
function read(lines: Iterable<string>): { readonly head: string[]; readonly rows: string[][] } {
  const [head = [], ...rows] = [...lines].map((line) => {
    expect(line.endsWith('\n')).toBe(true);
    return line.slice(0, -1).split(',');
  });
  for (const row of rows) expect(row).toHaveLength(head.length);
  return { head, rows };
}

describe('angles.csv', () => {
  const { head, rows } = read(anglesCsv(result));

  it('has the time, then every channel with its side, the trunk without', () => {
    expect(head.slice(0, 4)).toEqual(['time_s', 'trunkLean_deg', 'thigh_left_deg', 'hipFlexion_left_deg']);
    expect(head).toContain('kneeFlexion_right_deg');
  });

  it('has one row per source frame, with the angle to a thousandth of a degree', () => {
    expect(rows).toHaveLength(result.timeS.length);
    const knee = result.angles.find((c) => c.id === 'kneeFlexion' && c.side === 'left');
    expect(Number(rows[100]?.[head.indexOf('kneeFlexion_left_deg')])).toBeCloseTo(knee?.deg[100] ?? 0, 3);
    expect(Number(rows[100]?.[0])).toBeCloseTo(result.timeS[100] ?? 0, 6);
  });

  it('leaves a cell empty where the angle is unknown', () => {
    const angles = result.angles.map((c) => ({ ...c, deg: c.deg.map((v, i) => (i === 5 ? Number.NaN : v)) }));
    const broken = read(anglesCsv({ ...result, angles }));
    expect(broken.rows[5]?.slice(1).every((cell) => cell === '')).toBe(true);
    expect(broken.rows[6]?.slice(1).some((cell) => cell === '')).toBe(false);
  });
});

describe('events.csv', () => {
  it('lists every event in order of time with its error and origin', () => {
    const { head, rows } = read(eventsCsv(result));
    expect(head).toEqual(['time_s', 'kind', 'side', 'sigma_s', 'source']);
    expect(rows).toHaveLength(result.events.length);
    const times = rows.map((row) => Number(row[0]));
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(rows[0]?.[4]).toBe('detected');
  });
});

describe('keypoints.csv', () => {
  const { head, rows } = read(keypointsCsv(raw, result.timeS));

  it('has x, y and score of 33 landmarks by name', () => {
    expect(head).toHaveLength(1 + 3 * 33);
    expect(head.slice(0, 4)).toEqual(['time_s', 'nose_x_px', 'nose_y_px', 'nose_score']);
    expect(head.at(-1)).toBe('right_foot_index_score');
  });

  it('holds what the network gave, and nothing for a point it did not find', () => {
    const at = head.indexOf('left_hip_x_px');
    expect(Number(rows[7]?.[at])).toBeCloseTo(raw.xPx[7 * 33 + LANDMARK.leftHip] ?? 0, 2);
    // The rendered truth has no fingers.
    expect(rows[7]?.slice(head.indexOf('left_index_x_px'), head.indexOf('left_index_x_px') + 3)).toEqual(['', '', '']);
  });
});

describe('keypoints-clean.csv', () => {
  const knee = { left: 25, right: 26 };
  const score = raw.score.map((_, i) => (i % 33 === knee.left ? 0.9 : i % 33 === knee.right ? 0.4 : 0.7));

  it('where legs were put back the score goes with them', () => {
    const legs = { ...result.legs, repaired: [{ fromFrame: 10, toFrame: 12 }] };
    const { head, rows } = read(cleanKeypointsCsv({ ...raw, score }, { ...result, legs }));
    const scores = rows.slice(9, 14).map((row) => row[head.indexOf('left_knee_score')]);
    expect(scores).toEqual(['0.900', '0.400', '0.400', '0.400', '0.900']);
    expect(rows[11]?.[head.indexOf('left_hip_score')]).toBe('0.700');
  });

  it('a point that was filled in has a place and no score', () => {
    const xPx = raw.xPx.map((x, i) => (i === 20 * 33 + knee.left ? Number.NaN : x));
    const { head, rows } = read(
      cleanKeypointsCsv({ ...raw, xPx }, { ...result, legs: { ...result.legs, repaired: [] } }),
    );
    const at = head.indexOf('left_knee_x_px');
    expect(rows[20]?.[at]).not.toBe('');
    expect(rows[20]?.[at + 2]).toBe('');
  });
});
