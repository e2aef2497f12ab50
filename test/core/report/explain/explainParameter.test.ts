// Every number says how it was made, and the frames it shows are the frames it was read from.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../core/analyze.ts';
import { LANDMARK_COUNT } from '../../../../core/landmarks.ts';
import { UNITS } from '../../../../core/parameters/catalogue.ts';
import { explainNumber, explainParameter } from '../../../../core/report/explain/explainParameter.ts';
import { LITERATURE, type LiteratureId } from '../../../../core/report/explain/literature.ts';
import { momentsOf } from '../../../../core/report/explain/moments.ts';
import { RECIPES } from '../../../../core/report/explain/recipes.ts';
import { REPORT_TEXT } from '../../../../core/report/reportText.ts';
import type { ParameterId, Side } from '../../../../core/types.ts';
import { find, looped, trial } from '../../../support/analysed.ts';
import { sampleTrial, withNothingMeasured } from '../../../support/sampleResult.ts';

const IDS = Object.keys(UNITS) as ParameterId[];
const ENGLISH = REPORT_TEXT;
const DESIGN = new URL('../../../../../shared/design/measurement.md', import.meta.url);

describe('an explanation', () => {
  it.each(IDS)('of %s names formula, words, landmarks, moment, error and sources', (id) => {
    const { title, what, formula, inWords, joints, where, error, sources } = explainParameter(id, ENGLISH);
    expect(title).toBe(ENGLISH.parameters[id].label);
    for (const sentence of [what, inWords, error]) expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
    expect(formula).toMatch(/[=:]/);
    expect(joints.length).toBeGreaterThan(0);
    expect(where.kind).toBeTruthy();
    expect(sources.length).toBeGreaterThan(0);
    for (const { kind, who, says } of sources) {
      expect(says.length).toBeGreaterThan(10);
      expect(kind === 'ours' ? who === ENGLISH.explain.ours : Object.values(LITERATURE).includes(who)).toBe(true);
    }
  });

  it('cites nothing that is not used, and nothing twice', () => {
    const cited = IDS.flatMap((id) => RECIPES[id].sources.map((source) => source.literature));
    expect(new Set(cited.filter((one) => one !== null))).toEqual(new Set(Object.keys(LITERATURE)));
    for (const id of IDS) {
      const says = RECIPES[id].sources.map((source) => source.says);
      expect(new Set(says).size, id).toBe(says.length);
    }
  });

  it.skipIf(!existsSync(DESIGN))('cites only what the specification of the measurement lists', () => {
    const listed = readFileSync(DESIGN, 'utf8');
    const unknown = (Object.keys(LITERATURE) as LiteratureId[]).filter((name) => !listed.includes(name));
    expect(unknown).toEqual([]);
  });
});

describe('the moments of a number', () => {
  const { result } = trial('demo_before_left60');

  it('at contact are the contacts of the strides that count', () => {
    const moments = momentsOf(result, RECIPES.kneeFlexionAtContact.where, 'left');
    const used = result.strides.filter((stride) => stride.side === 'left' && stride.excluded === null);
    expect(moments.map((moment) => moment.timeS)).toEqual(used.map((stride) => stride.startS));
    for (const { timeS, frame } of moments) expect(Math.abs(result.timeS[frame]! - timeS)).toBeLessThanOrEqual(1 / 120);
  });

  const peaks: readonly ParameterId[] = [
    'kneeFlexionPeakStance',
    'kneeFlexionPeakSwing',
    'ankleDorsiflexionPeak',
    'anklePlantarflexionPeak',
    'thighExtensionPeak',
    'thighFlexionPeak',
    'hipFlexionPeak',
  ];
  // A frame lies up to 8 ms beside the turn; the fastest of these turns bends by 0.7° in that time.
  it.each(peaks)('%s shows the angles whose mean is the value', (id) => {
    for (const side of ['left', 'right'] as const) {
      const moments = momentsOf(result, RECIPES[id].where, side);
      const mean = moments.reduce((sum, moment) => sum + moment.angleDeg!, 0) / moments.length;
      expect(moments.length).toBe(find(result, id, side).n);
      expect(Math.abs(mean - find(result, id, side).value!)).toBeLessThan(1);
    }
  });

  it('pelvic drop shows the frames in which the swing side is lowest, of either leg', () => {
    const { pose, truth } = trial('dev05_run_post60_dropL');
    const back = analyze(looped(pose, truth));
    for (const side of ['left', 'right'] as const) {
      const moments = momentsOf(back, RECIPES.pelvicDrop.where, side);
      const mean = moments.reduce((sum, moment) => sum + moment.angleDeg!, 0) / moments.length;
      expect(moments.length).toBeGreaterThan(5);
      // The value is read where the mean stride is highest; single strides peak a little beside it and higher.
      expect(mean - find(back, 'pelvicDrop', side).value!).toBeGreaterThan(-0.3);
      expect(mean - find(back, 'pelvicDrop', side).value!).toBeLessThan(2);
    }
  });

  it('in walking the knee yields in the first half of stance', () => {
    const { result: walk } = trial('dev04_walk_right60');
    for (const { timeS, strideStartS, side } of momentsOf(walk, RECIPES.kneeFlexionPeakStance.where, 'right')) {
      const stride = walk.strides.find((one) => one.side === side && one.startS === strideStartS)!;
      expect(timeS).toBeLessThanOrEqual((stride.startS + stride.toeOffS!) / 2);
    }
  });

  it('the hips are lowest while a foot is down', () => {
    const moments = momentsOf(result, RECIPES.verticalOscillation.where, null);
    expect(moments.length).toBeGreaterThan(10);
    for (const { frame, timeS } of moments) {
      const last = result.events.findLast((event) => event.timeS <= timeS);
      expect(last!.kind, `frame ${frame}`).toBe('initial-contact');
    }
  });

  it('are none where nothing was measured', () => {
    const empty = withNothingMeasured(result);
    for (const id of IDS) expect(momentsOf(empty, RECIPES[id].where, 'left')).toEqual([]);
  });
});

describe('an explained number', () => {
  const { result } = sampleTrial();

  it('is there for every number of a result, with a typical moment among its moments', () => {
    for (const { id, side, value } of result.parameters) {
      const explained = explainNumber(result, id, side, ENGLISH)!;
      expect(explained.value === null).toBe(value === null);
      expect(explained.landmarks.length).toBeGreaterThan(0);
      for (const number of explained.landmarks) expect(number).toBeLessThan(LANDMARK_COUNT);
      expect(new Set(explained.landmarks).size).toBe(explained.landmarks.length);
      expect(explained.normWords.length).toBeGreaterThan(10);
      if (value !== null) expect(explained.moments).toContain(explained.typical);
    }
    expect(explainNumber(result, 'pelvicDrop', 'left', ENGLISH)).toBeNull();
  });

  it('takes the leg’s own landmarks, and both hips for a mid-hip', () => {
    const marks = (id: ParameterId, side: Side | null) => explainNumber(result, id, side, ENGLISH)!.landmarks;
    expect(marks('kneeFlexionAtContact', 'left')).toEqual([23, 25, 27]);
    expect(marks('kneeFlexionAtContact', 'right')).toEqual([24, 26, 28]);
    expect(marks('trunkLean', null)).toEqual([11, 12, 23, 24]);
    expect(marks('hipFlexionPeak', 'left')).toEqual([11, 12, 23, 24, 25]);
  });

  it('splits its margin into parts that add up in squares', () => {
    const { sigma, sigmaRepeat, sd, n } = find(result, 'kneeFlexionAtContact', 'left');
    const { errors, margin } = explainNumber(result, 'kneeFlexionAtContact', 'left', ENGLISH)!;
    const size = (kind: string) => Number.parseFloat(errors.find((part) => part.kind === kind)?.margin ?? '0');
    expect(size('scatter')).toBeCloseTo((1.96 * sd!) / Math.sqrt(n), 0);
    expect(size('shared')).toBeCloseTo(1.96 * Math.sqrt(sigma! ** 2 - sigmaRepeat! ** 2), 0);
    expect(Math.hypot(...errors.map((part) => Number.parseFloat(part.margin)))).toBeCloseTo(
      Number.parseFloat(margin!),
      0,
    );
  });

  it('says the healthy band with its people and its source, or why there is none', () => {
    const { speedMs } = result.capture;
    const knee = explainNumber(result, 'kneeFlexionPeakSwing', 'left', ENGLISH)!;
    expect(knee.norm.band, `at ${speedMs} m/s`).not.toBeNull();
    expect(knee.normWords).toMatch(/^\d+\.\d to \d+\.\d° in 90 of 100: 46 runners.*Fukuchi/);
    expect(explainNumber(result, 'contactTime', 'left', ENGLISH)!.normWords).toContain('force threshold');
  });

  it('says from where on left and right differ, and who showed it', () => {
    const { difference } = explainNumber(result, 'kneeFlexionPeakSwing', 'right', ENGLISH)!;
    expect(difference!.words).toMatch(/beyond \d+\.\d°/);
    expect(difference!.source).toContain('21 healthy runners');
    expect(difference!.source).not.toContain('.md');
    expect(explainNumber(result, 'cadence', null, ENGLISH)!.difference).toBeNull();
  });
});
