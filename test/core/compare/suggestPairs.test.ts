// The clip beside a clip is the one a clinician would reach for: the other side, the visit before, the tired one.
import { describe, expect, it } from 'vitest';
import { type PairableClip, suggestPairs } from '../../../core/compare/suggestPairs.ts';

const clip = (id: string, date: string, view: PairableClip['view'], condition: PairableClip['condition'] = null) => ({
  id,
  sessionId: date,
  date,
  view,
  condition,
});
const CLIPS = [
  clip('l1', '2026-01-10', 'left'),
  clip('r1', '2026-01-10', 'right'),
  clip('l2', '2026-02-20', 'left'),
  clip('r2', '2026-02-20', 'right'),
  clip('f3', '2026-03-01', 'left', 'fresh'),
  clip('t3', '2026-03-01', 'left', 'tired'),
  clip('b3', '2026-03-01', 'posterior'),
];
const of = (id: string) => suggestPairs(CLIPS, CLIPS.find((one) => one.id === id)!);
const words = (id: string) =>
  of(id).map(({ occasion, a, b }) => `${occasion} ${a.clipId}.${a.side} ${b.clipId}.${b.side}`);

describe('what to lay side by side', () => {
  it('is the left leg from the left against the right leg from the right, whichever one is looked at', () => {
    expect(words('l1')).toEqual(['sides l1.left r1.right', 'visits l1.left l2.left']);
    expect(words('r1')).toEqual(['sides l1.left r1.right', 'visits r1.right r2.right']);
  });

  it('is the visit before rather than the one after, the earlier first', () => {
    expect(words('l2')).toContain('visits l1.left l2.left');
  });

  it('is fresh against tired where both were filmed', () => {
    expect(words('t3')).toEqual(['sides t3.left t3.right', 'fatigue f3.left t3.left']);
    expect(words('f3')).toContain('fatigue f3.left t3.left');
  });

  it('is both legs of one film where there is no second', () => {
    expect(words('b3')).toEqual(['sides b3.left b3.right']);
  });
});
