// A stick figure whose angles are known because they were put in: the simplest runner there is.

import type { CleanPose, LegSeries, PointSeries, SagittalBody } from '../../core/types.ts';

const RAD = Math.PI / 180;

/** Angles of one leg in one frame, degrees, in our signs. */
interface StickLeg {
  readonly thigh: number;
  readonly shank: number;
  /** Pitch of heel to toe. */
  readonly foot: number;
}

export interface StickFrame {
  readonly left: StickLeg;
  readonly right: StickLeg;
  readonly trunkLean: number;
}

/** Lengths of the segments, px. */
const LENGTH = { thigh: 100, shank: 98, foot: 55, trunk: 120 };

/** Draw the figure in the sagittal frame (x forward, y up), hips at (0, 0). */
export function stickBody(timeS: Float64Array, frameAt: (i: number) => StickFrame): SagittalBody {
  const origin = series(timeS, () => [0, 0]);
  const leg = (side: 'left' | 'right'): LegSeries => {
    const hang = (deg: number, px: number): [number, number] => [px * Math.sin(deg * RAD), -px * Math.cos(deg * RAD)];
    const knee = (i: number) => hang(frameAt(i)[side].thigh, LENGTH.thigh);
    const ankle = (i: number) => add(knee(i), hang(frameAt(i)[side].shank, LENGTH.shank));
    const heel = (i: number) => add(ankle(i), [-12, -10]);
    const pitch = (i: number): [number, number] => {
      const deg = frameAt(i)[side].foot;
      return [LENGTH.foot * Math.cos(deg * RAD), LENGTH.foot * Math.sin(deg * RAD)];
    };
    return {
      hip: origin,
      knee: series(timeS, knee),
      ankle: series(timeS, ankle),
      heel: series(timeS, heel),
      toe: series(timeS, (i) => add(heel(i), pitch(i))),
    };
  };
  const shoulder = (i: number): [number, number] => {
    const deg = frameAt(i).trunkLean;
    return [LENGTH.trunk * Math.sin(deg * RAD), LENGTH.trunk * Math.cos(deg * RAD)];
  };
  return { timeS, left: leg('left'), right: leg('right'), midHip: origin, midShoulder: series(timeS, shoulder) };
}

function add(a: [number, number], b: [number, number]): [number, number] {
  return [a[0] + b[0], a[1] + b[1]];
}

function series(timeS: Float64Array, point: (i: number) => [number, number]): PointSeries {
  return { x: Float64Array.from(timeS, (_, i) => point(i)[0]), y: Float64Array.from(timeS, (_, i) => point(i)[1]) };
}

/** Frame times at a rate, s. */
export function clock(frames: number, rateHz: number): Float64Array {
  return Float64Array.from({ length: frames }, (_, i) => i / rateHz);
}

/** 33 points that all stand still at one place, with some of them moved. */
export function stillPose(timeS: Float64Array, at: Readonly<Record<number, readonly [number, number]>>): CleanPose {
  const points = Array.from({ length: 33 }, (_, landmark) => {
    const [x, y] = at[landmark] ?? [Number.NaN, Number.NaN];
    return series(timeS, () => [x, y]);
  });
  return { timeS, points };
}
