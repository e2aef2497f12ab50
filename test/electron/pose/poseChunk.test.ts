// Following people gives the same choice in one go and in stretches, however many are in view.
import { describe, expect, it } from 'vitest';
import { PeopleFollower, type Sighting } from '../../../electron/pose/chooseRunner.ts';
import { continueFrom, type PoseChunk } from '../../../electron/pose/poseChunk.ts';

const SIZE = { widthPx: 640, heightPx: 360 };

/** A runner at one side, a larger person walking through, and a face on a poster that comes and goes. */
function sightings(count: number): Sighting[] {
  const person = (centreXPx: number, sidePx: number, score: number) => ({
    score,
    box: { x0: 0, y0: 0, x1: 1, y1: 1 },
    region: { centreXPx, centreYPx: 180, sidePx, rotationRad: 0 },
  });
  return Array.from({ length: count }, (_, i) => ({
    frame: i * 4,
    timeS: i / 15,
    people: [
      ...(i % 9 === 5 ? [] : [person(220 + 8 * Math.sin(i), 200, 0.9)]),
      ...(i > 20 && i < 60 ? [person(i * 9, 260, 0.95)] : []),
      ...(i % 7 === 0 ? [person(600, 60, 0.6)] : []),
    ],
  }));
}

function chunked(all: readonly Sighting[], cuts: readonly number[]): PoseChunk[] {
  const bounds = [0, ...cuts, all.length];
  return bounds.slice(1).map((to, i) => {
    const part = all.slice(bounds[i], to);
    const frames = part.length;
    return {
      fromPlace: bounds[i],
      timeS: part.map((s) => s.timeS),
      personIds: Array<number>(frames).fill(0),
      poses: Array<null>(frames).fill(null),
      sightings: part,
    };
  });
}

describe('going on after a stretch', () => {
  it('follows the same people and chooses the same runner as one go, wherever it was cut', () => {
    const all = sightings(90);
    const whole = new PeopleFollower(SIZE.widthPx, SIZE.heightPx);
    for (const sighting of all) whole.add(sighting);
    expect(whole.tracks().length).toBeGreaterThan(2);
    for (const cuts of [[1], [21, 22, 40], [59], [10, 30, 50, 70]]) {
      const { follower, found, lastSighting } = continueFrom(chunked(all, cuts), SIZE);
      expect(follower.tracks()).toEqual(whole.tracks());
      expect(found.timeS.length).toBe(90);
      expect(lastSighting).toBe(89 * 4);
    }
  });

  it('starts from nothing without stretches, and refuses a gap between them', () => {
    expect(continueFrom([], SIZE)).toMatchObject({ found: { timeS: [] }, lastSighting: -1 });
    const [first, , third] = chunked(sightings(30), [10, 20]);
    expect(() => continueFrom([first, third], SIZE)).toThrow(RangeError);
  });
});
