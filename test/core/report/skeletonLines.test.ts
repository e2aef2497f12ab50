import { describe, expect, it } from 'vitest';
import { skeletonLines } from '../../../core/report/skeletonLines.ts';
import type { CleanPose } from '../../../core/types.ts';
import { sampleTrial } from '../../support/sampleResult.ts';

const { clean } = sampleTrial().result;

const without = (landmarks: readonly number[]): CleanPose => ({
  ...clean,
  points: clean.points.map((p, i) => (landmarks.includes(i) ? { x: p.x.map(() => Number.NaN), y: p.y } : p)),
});

describe('skeletonLines', () => {
  it('draws the near side last, so that it covers the far one', () => {
    const legs = skeletonLines(clean, 100, 'left').filter((line) => line.part === 'leg');
    expect(legs.map((line) => [line.side, line.near])).toEqual([
      ['right', false],
      ['left', true],
    ]);
  });

  it('from behind both sides are near and hips and shoulders are drawn across', () => {
    const lines = skeletonLines(clean, 100, 'posterior');
    expect(lines.every((line) => line.near)).toBe(true);
    expect(lines.filter((line) => line.part === 'trunk')).toHaveLength(3);
  });

  it('cuts a line at a missing joint instead of bridging it', () => {
    const knee = 25;
    const legs = skeletonLines(without([knee]), 100, 'left').filter((l) => l.part === 'leg' && l.side === 'left');
    expect(legs).toEqual([]);
    const foot = skeletonLines(without([29]), 100, 'left').filter((l) => l.part === 'foot' && l.side === 'left');
    expect(foot.map((l) => l.points.length)).toEqual([2]);
  });

  it('draws nothing where nobody was seen', () => {
    expect(skeletonLines(without(clean.points.map((_, i) => i)), 100, 'left')).toEqual([]);
  });
});
