// Bodies laid on each other share pelvis, leg length and running direction, whatever side and distance they were filmed from.
import { describe, expect, it } from 'vitest';
import { legLengthPx, pelvisSkeleton } from '../../../core/phase/pelvisSkeleton.ts';
import { warpCurve } from '../../../core/phase/warpCurve.ts';
import { trial } from '../../support/analysed.ts';

const left = trial('demo_before_left60').result;
const right = trial('demo_before_right60').result;

describe('a body at its pelvis', () => {
  const lines = pelvisSkeleton(left.clean, 60, left.capture, 'left', legLengthPx(left.clean, 'left'));
  const leg = (of: typeof lines) => of.find((line) => line.part === 'leg' && line.leg === 'own')!.points;

  it('has a leg about 1 long whose hip is near 0', () => {
    const [hip, knee, ankle] = leg(lines);
    const length = Math.hypot(hip!.x - knee!.x, hip!.y - knee!.y) + Math.hypot(knee!.x - ankle!.x, knee!.y - ankle!.y);
    expect(length).toBeCloseTo(1, 1);
    expect(Math.hypot(hip!.x, hip!.y)).toBeLessThan(0.2);
  });

  it('runs to the right from whichever side it was filmed', () => {
    expect(left.capture.facing).not.toBe(right.capture.facing);
    const other = pelvisSkeleton(right.clean, 60, right.capture, 'right', legLengthPx(right.clean, 'right'));
    for (const body of [lines, other]) {
      const foot = body.find((line) => line.part === 'foot' && line.leg === 'own')!.points;
      const [, heel, toe] = foot;
      expect(toe!.x).toBeGreaterThan(heel!.x);
    }
  });

  it('shows a right leg as a left one from behind', () => {
    const back = trial('dev05_run_post60_dropL').result;
    const of = (side: 'left' | 'right') => pelvisSkeleton(back.clean, 60, back.capture, side, 100);
    expect(leg(of('left'))[0]!.x).toBeLessThan(0);
    expect(leg(of('right'))[0]!.x).toBeLessThan(0);
  });

  it('is nothing without a scale', () => {
    expect(pelvisSkeleton(left.clean, 60, left.capture, 'left', Number.NaN)).toEqual([]);
  });
});

describe('a curve on the phase clock', () => {
  const line = (toeOffPct: number | null) => ({
    n: 5,
    meanDeg: Array.from({ length: 101 }, (_, pct) => pct),
    sdDeg: Array.from({ length: 101 }, () => 1),
    toeOffPct,
  });

  it('has its toe-off where it is wanted, its ends where they were', () => {
    const warped = warpCurve(line(30), 0.4);
    expect(warped.toeOffPct).toBeCloseTo(40, 9);
    expect(warped.meanDeg[0]).toBe(0);
    expect(warped.meanDeg[40]).toBeCloseTo(30, 9);
    expect(warped.meanDeg[20]).toBeCloseTo(15, 9);
    expect(warped.meanDeg[70]).toBeCloseTo(65, 9);
    expect(warped.meanDeg[100]).toBeCloseTo(100, 9);
    expect(warped.sdDeg.every((sd) => sd === 1)).toBe(true);
  });

  it('stays as it is without a toe-off, and keeps its gaps', () => {
    const whole = line(null);
    expect(warpCurve(whole, 0.4)).toBe(whole);
    expect(warpCurve(line(30), null).toeOffPct).toBe(30);
    const gap = { ...line(30), meanDeg: line(30).meanDeg.map((deg, pct) => (pct === 30 ? null : deg)) };
    expect(warpCurve(gap, 0.4).meanDeg[40]).toBeNull();
  });
});
