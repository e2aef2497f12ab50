// Angles of a stick figure whose angles are known, and the identities that hold whatever the points are.
import { describe, expect, it } from 'vitest';
import { channelOf, sagittalChannels } from '../../../core/angles/channels.ts';
import { hangingAngle } from '../../../core/angles/segments.ts';
import type { PointSeries } from '../../../core/types.ts';
import { clock, type StickFrame, stickBody } from '../../support/stickBody.ts';

const timeS = clock(3, 60);
const flat = { left: 0, right: 0 };
const posed = (frame: Partial<StickFrame>) =>
  sagittalChannels(
    stickBody(timeS, () => ({
      left: { thigh: 0, shank: 0, foot: 0 },
      right: { thigh: 0, shank: 0, foot: 0 },
      trunkLean: 0,
      ...frame,
    })),
    flat,
  );

/** Exact arithmetic apart from rounding of sines and arctangents. */
const EXACT = 9;

describe('angles of a stick figure', () => {
  it('are all 0 when standing straight on flat feet', () => {
    for (const channel of posed({})) expect(channel.deg[0], channel.id).toBeCloseTo(0, EXACT);
  });

  it('have the signs of the clinic: knee ahead, flexion, dorsiflexion and forward lean are positive', () => {
    const angles = posed({ left: { thigh: 30, shank: -50, foot: -20 }, trunkLean: 8 });
    const left = (id: 'thigh' | 'shank' | 'kneeFlexion' | 'foot' | 'ankle' | 'hipFlexion') =>
      channelOf(angles, id, 'left')[1];
    expect(left('thigh')).toBeCloseTo(30, EXACT);
    expect(left('shank')).toBeCloseTo(-50, EXACT);
    expect(left('kneeFlexion')).toBeCloseTo(80, EXACT);
    expect(left('foot')).toBeCloseTo(-20, EXACT);
    expect(left('ankle')).toBeCloseTo(30, EXACT);
    expect(left('hipFlexion')).toBeCloseTo(38, EXACT);
    expect(channelOf(angles, 'trunkLean', null)[1]).toBeCloseTo(8, EXACT);
  });

  it('keep left and right apart', () => {
    const angles = posed({ right: { thigh: 0, shank: -90, foot: 0 } });
    expect(channelOf(angles, 'kneeFlexion', 'right')[0]).toBeCloseTo(90, EXACT);
    expect(channelOf(angles, 'kneeFlexion', 'left')[0]).toBeCloseTo(0, EXACT);
  });

  it('follow a sprinter’s heel past the horizontal instead of jumping by 360°', () => {
    const angles = posed({ left: { thigh: 60, shank: -110, foot: -200 } });
    expect(channelOf(angles, 'kneeFlexion', 'left')[0]).toBeCloseTo(170, EXACT);
    expect(channelOf(angles, 'foot', 'left')[0]).toBeCloseTo(-200, EXACT);
    expect(channelOf(angles, 'ankle', 'left')[0]).toBeCloseTo(-90, EXACT);
  });

  it('count foot and ankle from the flat foot of their own leg', () => {
    const body = stickBody(timeS, () => ({
      left: { thigh: 0, shank: 0, foot: 5 },
      right: { thigh: 0, shank: 0, foot: 5 },
      trunkLean: 0,
    }));
    const angles = sagittalChannels(body, { left: -3, right: 2 });
    expect(channelOf(angles, 'foot', 'left')[0]).toBeCloseTo(8, EXACT);
    expect(channelOf(angles, 'ankle', 'right')[0]).toBeCloseTo(3, EXACT);
  });
});

describe('identities', () => {
  const wild = sagittalChannels(
    stickBody(clock(200, 60), (i) => ({
      left: { thigh: 40 * Math.sin(i), shank: -50 + 60 * Math.cos(1.3 * i), foot: -30 + 50 * Math.sin(0.7 * i) },
      right: { thigh: 40 * Math.cos(i), shank: -50 + 60 * Math.sin(2.1 * i), foot: -30 + 50 * Math.cos(0.4 * i) },
      trunkLean: 10 * Math.sin(0.2 * i),
    })),
    { left: -3.3, right: 1.7 },
  );

  it.each(['left', 'right'] as const)(
    'foot = shank + ankle, thigh − shank = knee, hip = thigh + trunk (%s)',
    (side) => {
      const of = (id: 'thigh' | 'shank' | 'kneeFlexion' | 'foot' | 'ankle' | 'hipFlexion') => channelOf(wild, id, side);
      const trunk = channelOf(wild, 'trunkLean', null);
      of('foot').forEach((foot, i) => {
        expect(of('shank')[i]! + of('ankle')[i]!).toBeCloseTo(foot, EXACT);
        expect(of('thigh')[i]! - of('shank')[i]!).toBeCloseTo(of('kneeFlexion')[i]!, EXACT);
        expect(of('thigh')[i]! + trunk[i]!).toBeCloseTo(of('hipFlexion')[i]!, EXACT);
      });
    },
  );
});

describe('a missing point', () => {
  it('makes the angles that need it missing and no others', () => {
    const body = stickBody(timeS, () => ({
      left: { thigh: 10, shank: 0, foot: 0 },
      right: { thigh: 10, shank: 0, foot: 0 },
      trunkLean: 5,
    }));
    const gone: PointSeries = { x: new Float64Array(3).fill(Number.NaN), y: new Float64Array(3).fill(Number.NaN) };
    const angles = sagittalChannels({ ...body, midShoulder: gone, left: { ...body.left, toe: gone } }, flat);
    expect(channelOf(angles, 'trunkLean', null)[0]).toBeNaN();
    expect(channelOf(angles, 'hipFlexion', 'left')[0]).toBeNaN();
    expect(channelOf(angles, 'foot', 'left')[0]).toBeNaN();
    expect(channelOf(angles, 'kneeFlexion', 'left')[0]).toBeCloseTo(10, EXACT);
    expect(channelOf(angles, 'foot', 'right')[0]).toBeCloseTo(0, EXACT);
  });

  it('a leg without a flat foot has neither foot nor ankle', () => {
    const angles = sagittalChannels(
      stickBody(timeS, () => ({
        left: { thigh: 1, shank: 1, foot: 1 },
        right: { thigh: 1, shank: 1, foot: 1 },
        trunkLean: 0,
      })),
      { left: Number.NaN, right: 0 },
    );
    expect(channelOf(angles, 'ankle', 'left')[0]).toBeNaN();
    expect(channelOf(angles, 'ankle', 'right')[0]).toBeCloseTo(0, EXACT);
  });

  it('an angle that was not asked for is missing in every frame', () => {
    expect(channelOf(posed({}), 'pelvicObliquity', null)).toEqual(new Float64Array(3).fill(Number.NaN));
    expect(
      hangingAngle(
        { x: new Float64Array(0), y: new Float64Array(0) },
        { x: new Float64Array(0), y: new Float64Array(0) },
      ),
    ).toHaveLength(0);
  });
});
