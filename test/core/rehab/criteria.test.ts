// Every criterion at its threshold, a step to either side of it, and when it was not tested.
import { describe, expect, it } from 'vitest';
import { BODY_REGIONS } from '../../../core/rehab/bodyRegions.ts';
import { CRITERIA, type Criterion, criteriaFor } from '../../../core/rehab/criteria.ts';
import { SOURCES } from '../../../core/rehab/evidence.ts';
import { type CriterionVerdict, type JudgedCriterion, judgeCriterion } from '../../../core/rehab/judgeCriterion.ts';
import type { TestRecord } from '../../../core/rehab/limbSymmetry.ts';
import { PAIN_RULES } from '../../../core/rehab/painRules.ts';
import { PATTERN_LINKS } from '../../../core/rehab/patternLinks.ts';
import { criterionWords, sourceWords, verdictSentences } from '../../../core/rehab/rehabSentences.ts';
import { RETURN_TESTS } from '../../../core/rehab/testCatalogue.ts';
import { TEMPLATE_SOURCES } from '../../../core/rehab/walkRunTemplate.ts';

const TODAY = '2026-03-20';
const HURT = 'left';

function entered(
  criterion: Criterion,
  side: TestRecord['side'],
  value: number,
  fields: Partial<TestRecord> = {},
): TestRecord {
  const kind = RETURN_TESTS[criterion.test];
  const isPain = criterion.measure === 'pain';
  return {
    date: '2026-03-18',
    test: criterion.test,
    side: kind.perSide ? side : null,
    value: isPain ? (kind.asks === 'value' ? 12 : null) : criterion.measure === 'passed' ? null : value,
    unit: kind.unit,
    passed: criterion.measure === 'passed' ? value > 0 : null,
    pain: isPain ? value : (criterion.mostPain ?? 0),
    ...fields,
  };
}

/** Tests of both legs that make the measured quantity so large. */
function testsWith(criterion: Criterion, quantity: number): readonly TestRecord[] {
  const { measure } = criterion;
  const isTime = RETURN_TESTS[criterion.test].better === 'smaller' && measure === 'lsi';
  const other = isTime ? quantity / 50 : measure === 'lsi' || measure === 'apartPct' ? 200 : 60;
  const hurt = isTime
    ? 2
    : measure === 'lsi'
      ? 2 * quantity
      : measure === 'apartPct'
        ? 200 - 2 * quantity
        : measure === 'difference'
          ? other - quantity
          : quantity;
  const own = entered(criterion, HURT, hurt);
  return RETURN_TESTS[criterion.test].perSide ? [own, entered(criterion, 'right', other)] : [own];
}

const judged = (criterion: Criterion, tests: readonly TestRecord[]): JudgedCriterion =>
  judgeCriterion(criterion, tests, HURT, TODAY);

const STEP = 0.01;
/** Below, at and above the limit. */
const EXPECTED: Readonly<
  Record<Exclude<Criterion['must'], 'passed'>, readonly [CriterionVerdict, CriterionVerdict, CriterionVerdict]>
> = {
  '≥': ['not-met', 'met', 'met'],
  '>': ['not-met', 'not-met', 'met'],
  '≤': ['met', 'met', 'not-met'],
  '<': ['met', 'not-met', 'not-met'],
};

describe.each(CRITERIA.map((criterion) => ({ name: criterion.id, criterion })))('$name', ({ criterion }) => {
  const { must, limit } = criterion;
  const good = must === 'passed' ? 1 : must === '≥' || must === '>' ? limit! + 1 : Math.max(0, limit! - 1);

  it('is judged below, at and above its threshold', () => {
    if (must === 'passed') {
      expect(judged(criterion, [entered(criterion, HURT, 1)]).verdict).toBe('met');
      expect(judged(criterion, [entered(criterion, HURT, 0)]).verdict).toBe('not-met');
      return;
    }
    const verdicts = [-STEP, 0, STEP].map((step) => judged(criterion, testsWith(criterion, limit! + step)).verdict);
    expect(verdicts).toEqual(EXPECTED[must]);
    const at = judged(criterion, testsWith(criterion, limit!));
    expect(at.value).toBeCloseTo(limit!, 9);
    expect(at).toMatchObject({ date: '2026-03-18', isOld: false, reason: null });
  });

  it('is not tested without a test, with one that lies ahead, and with one of the other leg alone', () => {
    const nothing = { verdict: 'not-tested', value: null, date: null };
    expect(judged(criterion, [])).toMatchObject({ ...nothing, reason: 'no-test' });
    const ahead = testsWith(criterion, good).map((test) => ({ ...test, date: '2026-04-01' }));
    expect(judged(criterion, ahead)).toMatchObject(nothing);
    if (RETURN_TESTS[criterion.test].perSide)
      expect(
        judged(
          criterion,
          testsWith(criterion, good).filter(({ side }) => side === 'right'),
        ),
      ).toMatchObject(nothing);
  });

  it('asks for the pain where pain decides', () => {
    const { mostPain } = criterion;
    if (mostPain === null) return;
    const withPain = (pain: number | null) =>
      judged(
        criterion,
        testsWith(criterion, good).map((test) => ({ ...test, pain })),
      );
    expect(withPain(mostPain)).toMatchObject({ verdict: 'met', pain: mostPain });
    expect(withPain(mostPain + 1)).toMatchObject({ verdict: 'not-met', failedByPain: true, pain: mostPain + 1 });
    expect(withPain(null)).toMatchObject({ verdict: 'not-tested', reason: 'pain-not-asked' });
  });

  it('says what it asks for, on whose word, and how it stands', () => {
    const words = criterionWords(criterion);
    expect(words).not.toMatch(/[{}]|undefined|null/);
    if (limit !== null) expect(words).toContain(String(limit));
    expect(criterion.sources.length).toBeGreaterThan(0);
    for (const source of criterion.sources) expect(sourceWords(source)).not.toMatch(/[{}]|undefined/);
    const sentences = verdictSentences(judged(criterion, []), 0);
    expect(sentences[0]).toBe('Not tested.');
    expect(sentences).toHaveLength(2);
  });
});

describe('criteria', () => {
  it('every name is used once, and every region has some before the first run', () => {
    expect(new Set(CRITERIA.map(({ id }) => id)).size).toBe(CRITERIA.length);
    for (const region of BODY_REGIONS) expect(criteriaFor(region, 'joint')[0]!.step).toBe('start');
  });

  it('belong to their place, and bone lets no pain pass', () => {
    const ids = (...where: Parameters<typeof criteriaFor>) => criteriaFor(...where).map(({ id }) => id);
    expect(ids('calf', 'muscle')).toContain('calfRaises');
    expect(ids('hamstring', 'muscle')).not.toContain('calfRaises');
    expect(ids('knee', 'joint')).toContain('timedHopSport');
    expect(ids('shin', 'bone')).toEqual(expect.arrayContaining(['walkBone', 'hoppingBone', 'bonePalpation']));
    expect(ids('shin', 'bone')).not.toContain('walk');
  });

  it('every source is somebody’s', () => {
    const used = new Set([
      ...CRITERIA.flatMap(({ sources }) => sources),
      ...Object.values(PATTERN_LINKS).flatMap((links) => links.flatMap(({ sources }) => sources)),
      ...Object.values(PAIN_RULES).flatMap(({ sources }) => sources),
      ...TEMPLATE_SOURCES,
    ]);
    const inCatalogue = Object.values(RETURN_TESTS).map(({ error }) => error?.cite ?? '');
    const idle = Object.entries(SOURCES).filter(
      ([name, { cite }]) =>
        !used.has(name as keyof typeof SOURCES) &&
        !inCatalogue.some((words) => words !== '' && cite.startsWith(words.split(/[:,]/)[0]!)),
    );
    expect(idle.map(([name]) => name)).toEqual([]);
  });

  it('with both legs involved both must reach a value, and nothing is said of symmetry', () => {
    const find = (id: string) => CRITERIA.find((one) => one.id === id)!;
    const tests = [entered(find('calfRaises'), 'left', 31), entered(find('calfRaises'), 'right', 29)];
    const both = (id: string, own: readonly TestRecord[]) => judgeCriterion(find(id), own, null, TODAY);
    expect(both('calfRaises', tests)).toMatchObject({ verdict: 'not-met', value: 29 });
    expect(both('calfRaises', [{ ...tests[0]! }, { ...tests[1]!, value: 30 }])).toMatchObject({ verdict: 'met' });
    expect(both('calfRaiseSides', tests)).toMatchObject({ verdict: 'not-tested', reason: 'no-healthy-side' });
  });

  it('an old test keeps its verdict and says that it is old; sides tested on two days say so', () => {
    const raises = CRITERIA.find(({ id }) => id === 'calfRaiseSides')!;
    const [left, right] = testsWith(raises, 5);
    const old = judged(raises, [{ ...left!, date: '2026-02-01' }, right!]);
    expect(old).toMatchObject({ verdict: 'met', isOld: true, date: '2026-02-01' });
    expect(verdictSentences(old, 7)).toEqual([
      'Criterion met.',
      'Tested 7 weeks ago.',
      'Left and right were tested 45 days apart.',
    ]);
    const exactly = judged(raises, [
      { ...left!, date: '2026-02-20' },
      { ...right!, date: '2026-02-20' },
    ]);
    expect(exactly.isOld).toBe(false);
  });

  it('a value in another unit is not held against the limit', () => {
    const raises = CRITERIA.find(({ id }) => id === 'calfStraight')!;
    expect(judged(raises, [entered(raises, HURT, 80, { unit: 'kg' })])).toMatchObject({
      verdict: 'not-tested',
      reason: 'other-unit',
    });
  });
});
