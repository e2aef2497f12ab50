// Who is measured when several people are in view.
import { describe, expect, it } from 'vitest';
import { otherPerson, PeopleFollower } from '../../../electron/pose/chooseRunner.ts';
import type { DetectedPerson } from '../../../electron/pose/detectPeople.ts';
import { regionAt } from '../../../electron/pose/planRegions.ts';

function person(x: number, sidePx: number, score = 0.9): DetectedPerson {
  return {
    score,
    box: { x0: x - 10, y0: 80, x1: x + 10, y1: 120 },
    region: { centreXPx: x, centreYPx: 180, sidePx, rotationRad: 0 },
  };
}

/** Follows people(frame) over 60 sightings at 15 per second in a 640 × 360 picture. */
function follow(people: (frame: number) => DetectedPerson[]) {
  const follower = new PeopleFollower(640, 360);
  for (let frame = 0; frame < 60; frame++) follower.add({ frame, timeS: frame / 15, people: people(frame) });
  return follower;
}

describe('choosing the runner', () => {
  it('nobody gives nobody', () => {
    expect(follow(() => []).runner()).toBeNull();
  });

  it('the runner alone is one track without a second person', () => {
    const follower = follow((f) => [person(320 + 10 * Math.sin(f), 300)]);
    expect(follower.tracks()).toHaveLength(1);
    expect(otherPerson(follower.tracks(), 60)).toBeNull();
  });

  it('the large central person is chosen over a small one at the side, and the second is reported', () => {
    const follower = follow(() => [person(80, 160, 0.99), person(330, 300, 0.8)]);
    expect(follower.runner()?.sightings[0].region.centreXPx).toBe(330);
    expect(otherPerson(follower.tracks(), 60)?.sidePx).toBe(160);
  });

  it('a large passer-by for half a second does not become the runner', () => {
    const follower = follow((f) => [person(320, 280), ...(f < 8 ? [person(100 + 30 * f, 340)] : [])]);
    expect(follower.runner()?.sightings).toHaveLength(60);
    expect(follower.runner()?.sidePx).toBe(280);
  });

  it('a runner hidden for two seconds is the same runner afterwards', () => {
    const follower = follow((f) => (f > 15 && f < 45 ? [] : [person(320, 300)]));
    expect(follower.tracks()).toHaveLength(1);
  });

  it('somebody who walks across the picture is followed', () => {
    const follower = follow((f) => [person(60 + f * 8, 300)]);
    expect(follower.tracks()).toHaveLength(1);
  });
});

describe('the region over time', () => {
  it('is the sighting itself when nothing moves', () => {
    const runner = follow(() => [person(320, 300)]).runner();
    const region = regionAt(runner!, 2);
    expect(region?.centreXPx).toBeCloseTo(320, 9);
    expect(region?.sidePx).toBeCloseTo(300, 9);
    expect(region?.rotationRad).toBe(0);
  });

  it('does not lag behind steady movement', () => {
    const runner = follow((f) => [person(100 + f * 4, 300)]).runner();
    // Symmetric weights: the mean of a straight line is the line itself.
    expect(regionAt(runner!, 2)?.centreXPx).toBeCloseTo(100 + 30 * 4, 6);
  });

  it('holds the last sighting for half a second, then says nothing', () => {
    const runner = follow((f) => (f < 30 ? [person(320, 300)] : [])).runner();
    expect(regionAt(runner!, 29 / 15 + 0.4)?.centreXPx).toBeCloseTo(320, 9);
    expect(regionAt(runner!, 29 / 15 + 0.6)).toBeNull();
  });
});
