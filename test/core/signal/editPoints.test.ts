// A dragged landmark takes its neighbours along, and measuring in rounds gives what measuring once gives.
import { describe, expect, it } from 'vitest';
import { analyze, analyzer } from '../../../core/analyze.ts';
import { cleanPose } from '../../../core/signal/cleanPose.ts';
import { editPoints } from '../../../core/signal/editPoints.ts';
import { ANALYZE_DEFAULTS, type Edit, type PointSeries } from '../../../core/types.ts';
import { recordedLandmarks } from '../../support/recordedLandmarks.ts';

const pose = recordedLandmarks('demo_before_left60');
const flat = (): PointSeries[] =>
  Array.from({ length: 33 }, () => ({ x: new Float64Array(60).fill(100), y: new Float64Array(60).fill(50) }));
const moved = (frame: number, xPx: number, carryFrames?: number): Edit => ({
  kind: 'landmark-moved',
  frame,
  landmark: 27,
  xPx,
  yPx: 50,
  ...(carryFrames === undefined ? {} : { carryFrames }),
});

describe('a moved landmark', () => {
  it('takes its neighbours along, less and less, and no further than was said', () => {
    const x = editPoints(flat(), [moved(30, 120, 3)])[27]!.x;
    expect(x[30]).toBe(120);
    expect(x[31]).toBeCloseTo(100 + 20 * (0.5 + Math.SQRT1_2 / 2), 9);
    expect(x[32]).toBeCloseTo(110, 9);
    expect(x[28]).toBeCloseTo(110, 9);
    expect([x[26], x[34]]).toEqual([100, 100]);
  });

  it('moves alone when nothing is said, and at the ends of the film', () => {
    const alone = editPoints(flat(), [moved(30, 120)])[27]!.x;
    expect([alone[29], alone[30], alone[31]]).toEqual([100, 120, 100]);
    const first = editPoints(flat(), [moved(0, 120, 5)])[27]!.x;
    expect(first[0]).toBe(120);
    expect(first[1]).toBeGreaterThan(100);
  });

  it('stays where it was placed when a later one beside it takes others along', () => {
    const edits = [moved(100, 700), moved(102, 640, 4)];
    const { raw } = cleanPose(pose, ANALYZE_DEFAULTS, edits);
    expect(raw.points[27]!.x[100]).toBe(700);
    expect(raw.points[27]!.x[102]).toBe(640);
  });

  it('a point that is missing takes nobody along', () => {
    const points = flat();
    points[27]!.x[30] = Number.NaN;
    const x = editPoints(points, [moved(30, 120, 3)])[27]!.x;
    expect([x[29], x[30], x[31]]).toEqual([100, 120, 100]);
  });
});

describe('measuring in rounds', () => {
  it('gives what measuring once gives, whatever was asked before', () => {
    const measure = analyzer(pose, { speedMs: 3 });
    const once = (edits: readonly Edit[]) => analyze(pose, { speedMs: 3 }, edits);
    const events = once([]).events;
    const contact = events.find((event) => event.kind === 'initial-contact' && event.timeS > 3)!;
    const { side, timeS } = contact;
    const rounds: readonly (readonly Edit[])[] = [
      [],
      [moved(200, 690, 4)],
      [moved(200, 700, 4)],
      [{ kind: 'legs-swapped', fromFrame: 150, toFrame: 170 }],
      [moved(200, 700, 4), { kind: 'legs-swapped', fromFrame: 190, toFrame: 230 }, moved(205, 650)],
      [{ kind: 'event-moved', event: 'initial-contact', side, timeS, newTimeS: timeS + 0.03 }],
      [{ kind: 'stride-excluded', side, timeS }],
      [],
    ];
    for (const edits of rounds) expect(measure(edits)).toEqual(once(edits));
  });
});
