// What was injected into the rendered runner is called changed, and nothing else is.
import { describe, expect, it } from 'vitest';
import type { ComparedFilm } from '../../../core/compare/comparedFilm.ts';
import { type ComparedRow, compareVisits } from '../../../core/compare/compareVisits.ts';
import type { Capture, ParameterId, Side } from '../../../core/types.ts';
import { comparedFilm, demoTrial } from '../../support/demoTrials.ts';
import { loadTruth } from '../../support/rendered.ts';

const beforeLeft = comparedFilm(await demoTrial('demo_before_left60'));
const beforeRight = comparedFilm(await demoTrial('demo_before_right60'));
const afterLeft = comparedFilm(await demoTrial('demo_after_left60'));
const afterRight = comparedFilm(await demoTrial('demo_after_right60'));

const name = ({ id, side }: ComparedRow) => (side === null ? id : `${id} ${side}`);
const changed = (rows: readonly ComparedRow[]) => rows.filter((row) => row.verdict === 'changed').map(name);
const shot = (film: ComparedFilm, capture: Partial<Capture>): ComparedFilm => ({
  ...film,
  clipId: `${film.clipId} again`,
  result: { ...film.result, capture: { ...film.result.capture, ...capture } },
});
const rowOf = (rows: readonly ComparedRow[], id: ParameterId, side: Side | null) =>
  rows.find((row) => row.id === id && row.side === side)!;

describe('the rendered runner before and after', () => {
  const visits = compareVisits('before-after', [beforeLeft, beforeRight], [afterLeft, afterRight]);
  const before = loadTruth('demo_before_left60').summary;
  const after = loadTruth('demo_after_left60').summary;

  it('has changed where the renderer changed it, and nowhere else', () => {
    // Injected: cadence 160 → 170 and with it all times and lengths of a stride; on the right the swing's knee and the contact are
    // healed; the left contact is 16 ms shorter, the right flight 27 ms.
    expect(new Set(changed(visits.rows))).toEqual(
      new Set([
        'kneeFlexionPeakSwing right',
        'cadence',
        'strideTime left',
        'strideTime right',
        'strideLength left',
        'strideLength right',
        'stepTime left',
        'stepTime right',
        'stepLength left',
        'stepLength right',
        'flightTime right',
        'contactTime left',
      ]),
    );
  });

  it('by as much as the renderer changed it, within the error', () => {
    const truth = [
      ['kneeFlexionPeakSwing', 'left', after.peakKneeSwing.l - before.peakKneeSwing.l],
      ['kneeFlexionPeakSwing', 'right', after.peakKneeSwing.r - before.peakKneeSwing.r],
      ['contactTime', 'left', after.contactTime_s.l - before.contactTime_s.l],
      ['contactTime', 'right', after.contactTime_s.r - before.contactTime_s.r],
      ['strideTime', 'left', after.strideTime_s.l - before.strideTime_s.l],
      ['trunkLean', null, after.trunkLeanMean - before.trunkLeanMean],
      ['footAngleAtContact', 'left', after.footAngleAtIC.l - before.footAngleAtIC.l],
      ['footAngleAtContact', 'right', after.footAngleAtIC.r - before.footAngleAtIC.r],
    ] as const;
    for (const [id, side, change] of truth) {
      const { difference, threshold } = rowOf(visits.rows, id, side);
      expect(Math.abs(difference! - change)).toBeLessThan(threshold!);
    }
  });

  it('reads each leg from the film in which it is near', () => {
    for (const { side, pair } of visits.rows.filter((row) => row.side !== null))
      expect(pair.first.result.capture.view).toBe(side);
  });

  it('lists what changed first and the clearest of it at the top', () => {
    expect(name(visits.rows[0]!)).toBe('kneeFlexionPeakSwing right');
    const order = visits.rows.map(({ verdict }) => ['changed', 'within-error', 'not-measurable'].indexOf(verdict));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const clearness = visits.rows.flatMap((row) => (row.verdict === 'changed' ? [row.clearness!] : []));
    expect(clearness).toEqual([...clearness].sort((a, b) => b - a));
    expect(visits.notes).toEqual([]);
  });
});

describe('left against right from two films', () => {
  it('the hurt leg differs in what was injected, the healed one in nothing', () => {
    const hurt = compareVisits('left-right', [beforeLeft], [beforeRight]);
    expect(changed(hurt.rows).sort()).toEqual(['contactTime', 'dutyFactor', 'flightTime', 'kneeFlexionPeakSwing']);
    expect(changed(compareVisits('left-right', [afterLeft], [afterRight]).rows)).toEqual([]);
  });

  it('finds the films by their view, whichever was named first', () => {
    const films = [beforeRight, beforeLeft];
    const { pairs } = compareVisits('left-right', films, films);
    expect([pairs[0]!.first.clipId, pairs[0]!.second.clipId]).toEqual([beforeLeft.clipId, beforeRight.clipId]);
  });
});

describe('the same film against itself', () => {
  it.each([beforeLeft, beforeRight, afterLeft, afterRight])('has not changed', (film) => {
    for (const kind of ['before-after', 'fresh-tired'] as const) {
      const { rows, notes } = compareVisits(kind, [film], [film]);
      expect(changed(rows)).toEqual([]);
      expect(rows.filter((row) => row.verdict === 'within-error').length).toBeGreaterThan(30);
      expect(notes.map((note) => note.code)).toEqual(['same-film']);
    }
  });
});

describe('what two films do not share', () => {
  const against = (film: ComparedFilm) => compareVisits('before-after', [beforeLeft], [film]);

  it.each([
    ['speed', { speedMs: 3.4 }],
    ['speed', { speedMs: null }],
    ['incline', { inclinePct: 5 }],
  ] as const)('another %s refuses every number', (code, capture) => {
    const { comparable, notes, rows } = against(shot(beforeLeft, capture));
    expect(comparable).toBe(false);
    expect(notes[0]).toMatchObject({ code, blocks: true });
    expect(rows.every((row) => row.verdict === 'not-measurable' && row.refusedBy.includes(code))).toBe(true);
    // The values themselves are still there to look at.
    expect(rows.some((row) => row.first.value !== null && row.second.value !== null)).toBe(true);
  });

  it('another view refuses every number', () => {
    expect(against(beforeRight)).toMatchObject({ comparable: false, notes: [{ code: 'view' }] });
  });

  it('another zero of the foot refuses foot and ankle and leaves the rest', () => {
    const { rows } = against(shot(beforeLeft, { footReference: 'standing' }));
    expect(rows.filter((row) => row.refusedBy.includes('foot-reference')).map((row) => row.id)).toContain(
      'ankleAtContact',
    );
    expect(rowOf(rows, 'cadence', null)).toMatchObject({ verdict: 'within-error', refusedBy: [] });
  });

  it('a turned camera widens what must be exceeded by what it does itself', () => {
    const straight = shot(afterLeft, { yawDeg: 0 });
    const turned = shot(afterLeft, { yawDeg: 12 });
    const from = shot(beforeLeft, { yawDeg: 0 });
    const limit = (film: ComparedFilm, id: ParameterId) =>
      rowOf(compareVisits('before-after', [from], [film]).rows, id, id === 'cadence' ? null : 'left').threshold!;
    expect(limit(turned, 'kneeFlexionPeakSwing') - limit(straight, 'kneeFlexionPeakSwing')).toBeCloseTo(0.29 * 12, 6);
    expect(limit(turned, 'cadence')).toBe(limit(straight, 'cadence'));
  });

  it('another network is judged by the whole error', () => {
    const other = against({ ...shot(beforeLeft, {}), networkSha256: 'f'.repeat(64) });
    expect(other.notes.map((note) => note.code)).toEqual(['network', 'same-film']);
    const { first, threshold } = rowOf(other.rows, 'kneeFlexionPeakSwing', 'left');
    expect(threshold).toBeCloseTo(1.96 * Math.SQRT2 * first.sigma!, 6);
  });

  it.each([
    ['footwear', { footwear: 'Racing flats', sessionId: 'other' }, 'contactTime', 'trunkLean'],
    ['frame-rate', { rateHz: 30 }, 'contactTime', 'kneeFlexionPeakSwing'],
    ['analysis', { analysisVersion: '0.9.0' }, 'cadence', null],
  ] as const)('%s makes some numbers less sure', (code, fields, weak, firm) => {
    const { rows } = against({ ...shot(beforeLeft, {}), filmSha256: undefined, ...fields } as ComparedFilm);
    const touched = rows.filter((row) => row.weakenedBy.includes(code)).map((row) => row.id);
    expect(touched).toContain(weak);
    if (firm !== null) expect(touched).not.toContain(firm);
    expect(rows.some((row) => row.verdict === 'within-error')).toBe(true);
  });

  it('another scale concerns what is measured in metres', () => {
    const { rows } = against(shot(beforeLeft, { scaleSource: 'height' }));
    expect(rows.filter((row) => row.weakenedBy.includes('scale')).map((row) => row.id)).toEqual([
      'verticalOscillation',
    ]);
  });

  it('a visit without a film is the caller’s mistake', () => {
    expect(() => compareVisits('before-after', [], [beforeLeft])).toThrow(RangeError);
  });
});
