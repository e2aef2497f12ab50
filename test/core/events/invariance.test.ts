import { describe, expect, it } from 'vitest';
import { LANDMARK_COUNT } from '../../../core/landmarks.ts';
import type { GaitEvent, RawPose } from '../../../core/types.ts';
import { readTrial } from '../../support/readTrial.ts';
import { recordedLandmarks } from '../../support/recordedLandmarks.ts';

const pose = recordedLandmarks('demo_before_left60');
const original = readTrial(pose).found;

function changed(x: (value: number) => number, y: (value: number) => number): RawPose {
  return { ...pose, xPx: pose.xPx.map(x), yPx: pose.yPx.map(y) };
}

function everyNth(n: number, first: number): RawPose {
  const frames = Array.from({ length: Math.ceil((pose.timeS.length - first) / n) }, (_, k) => first + k * n);
  const pick = (values: Float32Array): Float32Array => {
    const out = new Float32Array(frames.length * LANDMARK_COUNT);
    for (const [k, i] of frames.entries()) {
      out.set(values.subarray(i * LANDMARK_COUNT, (i + 1) * LANDMARK_COUNT), k * LANDMARK_COUNT);
    }
    return out;
  };
  const timeS = Float64Array.from(frames, (i) => pose.timeS[i]!);
  return { ...pose, timeS, xPx: pick(pose.xPx), yPx: pick(pose.yPx), score: pick(pose.score) };
}

/** Left landmarks have odd numbers from 7 to 31, each with its right partner after it. */
function exchanged(): RawPose {
  const swap = (values: Float32Array): Float32Array =>
    values.map((value, at) => {
      const landmark = at % LANDMARK_COUNT;
      if (landmark < 7) return value;
      return values[landmark % 2 === 1 ? at + 1 : at - 1]!;
    });
  return { ...pose, xPx: swap(pose.xPx), yPx: swap(pose.yPx), score: swap(pose.score) };
}

/** Largest difference in time between the same events of two readings, ms. */
function differenceMs(a: readonly GaitEvent[], b: readonly GaitEvent[]): number {
  let largest = 0;
  for (const event of a) {
    const near = b.filter((o) => o.kind === event.kind && o.side === event.side);
    largest = Math.max(largest, Math.min(...near.map((o) => 1000 * Math.abs(o.timeS - event.timeS))));
  }
  return largest;
}

// Positions are stored as 32-bit floats, so that a shift or scale rounds them by up to 1e-4 px.
const ROUNDING_MS = 0.2;

describe('events of the network’s landmarks of a runner', () => {
  it('do not change when the picture is mirrored', () => {
    const mirrored = readTrial(
      changed(
        (x) => pose.widthPx - x,
        (y) => y,
      ),
    );
    expect(mirrored.seen.facing).toBe(1);
    expect(mirrored.found.events.length).toBe(original.events.length);
    expect(differenceMs(original.events, mirrored.found.events)).toBeLessThan(ROUNDING_MS);
  });

  it('do not change when the runner stands elsewhere in the picture or is filmed larger', () => {
    const shifted = readTrial(
      changed(
        (x) => x - 300,
        (y) => y + 150,
      ),
    ).found;
    expect(differenceMs(original.events, shifted.events)).toBeLessThan(ROUNDING_MS);
    const larger = readTrial(
      changed(
        (x) => 3 * x,
        (y) => 3 * y,
      ),
    ).found;
    expect(differenceMs(original.events, larger.events)).toBeLessThan(ROUNDING_MS);
    expect(larger.beltPxPerS.left! / original.beltPxPerS.left!).toBeCloseTo(3, 3);
  });

  it('change sides and nothing else when left and right are exchanged throughout', () => {
    const other = readTrial(exchanged()).found;
    const back = other.events.map((e): GaitEvent => ({ ...e, side: e.side === 'left' ? 'right' : 'left' }));
    expect(differenceMs(original.events, back)).toBeLessThan(ROUNDING_MS);
    expect(other.foldedContactS.right!.value).toBeCloseTo(original.foldedContactS.left!.value, 4);
  });

  it('come later by as much as the clock starts later', () => {
    const late = readTrial({ ...pose, timeS: pose.timeS.map((t) => t + 1000.123) }).found;
    const back = late.events.map((e): GaitEvent => ({ ...e, timeS: e.timeS - 1000.123 }));
    expect(differenceMs(original.events, back)).toBeLessThan(ROUNDING_MS);
  });

  it('are the same when the film is stored in slow motion', () => {
    const slow = readTrial({ ...pose, timeS: pose.timeS.map((t) => 8 * t) }, { slowMotion: 8 }).found;
    expect(differenceMs(original.events, slow.events)).toBeLessThan(ROUNDING_MS);
  });

  it.each([
    [2, 0, 6],
    [2, 1, 6],
    [3, 0, 16],
  ])('agree with those of every %d. frame, from frame %d on, within %d ms each', (n, first, limitMs) => {
    const sparse = readTrial(everyNth(n, first)).found;
    const inner = sparse.events.filter((e) => e.timeS > 0.4 && e.timeS < 11.6);
    expect(differenceMs(inner, original.events)).toBeLessThan(limitMs);
    expect(sparse.gait).toBe('run');
  });

  it('are the same bytes every time', () => {
    expect(JSON.stringify(readTrial(pose).found)).toBe(JSON.stringify(original));
  });
});
