import { describe, expect, it } from 'vitest';
import { analyze } from '../../../core/analyze.ts';
import { GaitError } from '../../../core/errors.ts';
import { jointCoordinates } from '../../../core/export/jointCoordinates.ts';
import { markerTracks } from '../../../core/export/markerTracks.ts';
import { motLines } from '../../../core/export/mot.ts';
import { trcLines } from '../../../core/export/trc.ts';
import type { TrialResult } from '../../../core/types.ts';
import { trial } from '../../support/analysed.ts';
import { truthAngle } from '../../support/rendered.ts';
import { readMot, readTrc } from './readOpenSim.ts';

const text = (lines: Iterable<string>): string => [...lines].join('');
const right = trial('dev01_run_before_right60');
const left = trial('dev03_run_left120_kneeL');

const code = (work: () => unknown): string => {
  try {
    work();
    return 'no error';
  } catch (error) {
    return error instanceof GaitError ? error.code : String(error);
  }
};

/** The result with a stretch of one leg's landmarks and angles missing. */
function withGap(result: TrialResult, from: number, to: number): TrialResult {
  const gap = (series: Float64Array) => series.map((value, i) => (i >= from && i < to ? Number.NaN : value));
  const points = result.clean.points.map(({ x, y }, landmark) =>
    landmark === 27 ? { x: gap(x), y: gap(y) } : { x, y },
  );
  const angles = result.angles.map((one) =>
    one.id === 'ankle' && one.side === 'left' ? { ...one, deg: gap(one.deg) } : one,
  );
  return { ...result, angles, clean: { ...result.clean, points } };
}

describe('TRC', () => {
  it('gives back every point and time, metres in the axes of OpenSim', () => {
    const tracks = markerTracks(right.result);
    const read = readTrc(text(trcLines(tracks, 'a runner.trc')));
    expect(read.facts.Units).toBe('m');
    expect(Number(read.facts.DataRate)).toBeCloseTo(60, 3);
    expect(read.markers).toEqual(tracks.markers.map(({ name }) => name));
    read.timeS.forEach((t, i) => {
      expect(Math.abs(t - right.result.timeS[i]!)).toBeLessThan(1e-6);
    });
    for (const [frame, points] of read.points.entries())
      for (const [i, [x, y, z]] of points.entries()) {
        const marker = tracks.markers[i]!;
        if (Number.isNaN(marker.xM[frame])) expect(x).toBeNaN();
        else {
          // Written to a hundredth of a millimetre.
          expect(Math.abs(x! - marker.xM[frame]!)).toBeLessThan(6e-6);
          expect(Math.abs(y! - marker.yM[frame]!)).toBeLessThan(6e-6);
          expect(z).toBe(0);
        }
      }
  });

  it.each([right, left])('has the runner face +X and stand on Y = 0, whichever side is filmed', ({ result, truth }) => {
    const { markers } = markerTracks(result);
    const mean = (name: string, axis: 'xM' | 'yM') => {
      const series = markers.find((marker) => marker.name === name)![axis].filter(Number.isFinite);
      return series.reduce((sum, one) => sum + one, 0) / series.length;
    };
    for (const side of ['left', 'right'])
      expect(mean(`${side}_foot_index`, 'xM')).toBeGreaterThan(mean(`${side}_heel`, 'xM'));
    const hip = (mean('left_hip', 'yM') + mean('right_hip', 'yM')) / 2;
    // A hip joint is at 0.53 of stature when standing (Winter 2009); running it is lower, and the sole is below heel and toe points.
    expect(hip / truth.height_m).toBeGreaterThan(0.42);
    expect(hip / truth.height_m).toBeLessThan(0.56);
    expect(Math.abs(mean('left_hip', 'xM') + mean('right_hip', 'xM'))).toBeLessThan(0.05);
  });

  it('leaves a gap a gap', () => {
    const read = readTrc(text(trcLines(markerTracks(withGap(right.result, 40, 50)), 'a.trc')));
    const ankle = read.markers.indexOf('left_ankle');
    expect(read.points.filter((points) => points[ankle]!.some(Number.isNaN)).length).toBe(10);
  });

  it('is refused without a scale, and without anybody', () => {
    const unscaled = { ...right.result, capture: { ...right.result.capture, metresPerPixel: null } };
    expect(code(() => markerTracks(unscaled))).toBe('not-exportable');
    const blank = right.result.clean.points.map(({ x }) => ({
      x: x.map(() => Number.NaN),
      y: x.map(() => Number.NaN),
    }));
    expect(code(() => markerTracks({ ...right.result, clean: { ...right.result.clean, points: blank } }))).toBe(
      'not-exportable',
    );
  });

  it('from behind lies in the plane across the runner', () => {
    const behind = trial('dev05_run_post60_dropL');
    const scaled = { ...behind.result, capture: { ...behind.result.capture, metresPerPixel: 0.002 } };
    const { markers } = markerTracks(scaled);
    const middle = (name: string) =>
      markers
        .find((marker) => marker.name === name)!
        .zM.filter(Number.isFinite)
        .sort()[10]!;
    expect(middle('right_hip')).toBeGreaterThan(middle('left_hip'));
    expect(markers.every(({ xM }) => xM.every((x) => x === 0 || Number.isNaN(x)))).toBe(true);
  });
});

describe('MOT', () => {
  it('gives back the angles of every frame in the signs of gait2392', () => {
    const { result, truth } = right;
    const motion = jointCoordinates(result);
    const read = readMot(text(motLines(motion)));
    expect(read.facts).toMatchObject({ version: '1', inDegrees: 'yes' });
    expect(read.labels).toEqual([
      ...['time', 'pelvis_tilt', 'hip_flexion_r', 'knee_angle_r', 'ankle_angle_r'],
      ...['hip_flexion_l', 'knee_angle_l', 'ankle_angle_l', 'lumbar_extension'],
    ]);
    const column = (name: string) => read.rows.map((row) => row[read.labels.indexOf(name)]!);
    const own = (id: string, side: string | null) =>
      result.angles.find((one) => one.id === id && one.side === side)!.deg;
    const times = column('time');
    const frames = times.map((t) => result.timeS.findIndex((s) => Math.abs(s - t) < 1e-5));
    for (const [name, id, side, sign] of [
      ['pelvis_tilt', 'trunkLean', null, -1],
      ['hip_flexion_r', 'hipFlexion', 'right', 1],
      ['knee_angle_l', 'kneeFlexion', 'left', -1],
      ['ankle_angle_l', 'ankle', 'left', 1],
    ] as const)
      column(name).forEach((deg, row) => {
        expect(Math.abs(deg - sign * own(id, side)[frames[row]!]!)).toBeLessThan(6e-6);
      });
    // Pelvis and hip together are the thigh in space: what a model of OpenSim then shows.
    const thigh = truthAngle(truth, 'thigh', 'right');
    const shown = column('pelvis_tilt').map((tilt, row) => tilt + column('hip_flexion_r')[row]!);
    const off = shown.map((deg, row) => Math.abs(deg - thigh[frames[row]!]!)).sort((a, b) => a - b);
    expect(off[off.length >> 1]).toBeLessThan(2);
    expect(Math.min(...column('knee_angle_r'))).toBeLessThan(-60);
    expect(Math.max(...column('lumbar_extension'))).toBe(0);
  });

  it('has the knee the other way round for the model of Rajagopal', () => {
    const knee = (model: 'gait2392' | 'rajagopal2016') =>
      jointCoordinates(right.result, model).coordinates.find(({ name }) => name === 'knee_angle_r')!.deg;
    expect([...knee('rajagopal2016')]).toEqual([...knee('gait2392')].map((deg) => -deg));
  });

  it('holds no gap: a frame with a missing angle has no row, an angle that is mostly missing no column', () => {
    const frames = right.result.timeS.length;
    const short = jointCoordinates(withGap(right.result, 40, 50));
    const whole = jointCoordinates(right.result);
    expect(short.framesLeftOut).toBe(whole.framesLeftOut + 10);
    expect(readMot(text(motLines(short))).rows.length).toBe(frames - short.framesLeftOut);
    const long = jointCoordinates(withGap(right.result, 0, frames >> 1));
    expect(long.leftOut).toContain('ankle_angle_l');
    expect(text(motLines(long))).toContain('ankle_angle_l');
    expect(readMot(text(motLines(long))).labels).not.toContain('ankle_angle_l');
  });

  it('of nobody is refused; from behind it has the pelvis only', () => {
    const nobody = analyze({ ...right.pose, score: right.pose.score.map(() => 0) });
    expect(code(() => jointCoordinates(nobody))).toBe('not-exportable');
    const behind = jointCoordinates(trial('dev05_run_post60_dropL').result);
    expect(behind.coordinates.map(({ name }) => name)).toEqual(['pelvis_list']);
  });
});
