// The readiness page, the patterns to look at and the baseline: only what is beyond the error is mentioned, and nothing is added up.
import { describe, expect, it } from 'vitest';
import type { ComparedFilm } from '../../../core/compare/comparedFilm.ts';
import { compareVisits } from '../../../core/compare/compareVisits.ts';
import { UNITS } from '../../../core/parameters/catalogue.ts';
import type { Session } from '../../../core/records/records.ts';
import {
  compareLegs,
  compareWithBaseline,
  daysSinceOnset,
  findBaseline,
  purposeOf,
} from '../../../core/rehab/baseline.ts';
import { filmingCard } from '../../../core/rehab/filmingCard.ts';
import { gaitSymmetry } from '../../../core/rehab/gaitSymmetry.ts';
import { COMPLAINTS, complaintOf, PATTERN_LINKS } from '../../../core/rehab/patternLinks.ts';
import { patternsFor } from '../../../core/rehab/patterns.ts';
import { PATTERN_TEXT } from '../../../core/rehab/patternText.ts';
import { type ReadinessInput, readinessPage } from '../../../core/rehab/readiness.ts';
import { filmingCardWords, gaitWords } from '../../../core/rehab/rehabSentences.ts';
import { REHAB_TEXT } from '../../../core/rehab/rehabText.ts';
import { WALK_RUN_TEMPLATE } from '../../../core/rehab/walkRunTemplate.ts';
import type { Parameter, ParameterId, Side, View } from '../../../core/types.ts';

const TODAY = '2026-03-20';
const RUN: Partial<Record<ParameterId, number>> = {
  contactTime: 0.25,
  flightTime: 0.1,
  thighExtensionPeak: -20,
  ankleDorsiflexionPeak: 22,
  anklePlantarflexionPeak: -18,
  kneeFlexionAtContact: 12,
  kneeFlexionPeakStance: 40,
  ankleAtContact: 5,
  footAngleAtContact: 10,
  thighFlexionPeak: 30,
  hipFlexionPeak: 35,
  stepLength: 1,
  overstride: 20,
};
const BODY: Partial<Record<ParameterId, number>> = { cadence: 165, trunkLean: 8, verticalOscillation: 0.08 };

const parameter = (id: ParameterId, side: Side | null, value: number): Parameter => ({
  id,
  side,
  unit: UNITS[id],
  value,
  sd: 0,
  n: 30,
  sigma: 0.01 * Math.abs(value),
  sigmaRepeat: 0.002 * Math.abs(value),
  quality: 'good',
  reason: null,
});

type Changes = Readonly<Partial<Record<ParameterId, number>>>;

/** A film of a run in which some numbers are changed, in one leg or in both. */
function film(view: View, changes: Changes = {}, leg: Side | 'both' = 'both', speedMs = 3): ComparedFilm {
  const of = (side: Side | null) =>
    Object.entries(side === null ? BODY : RUN).map(([name, value]) => {
      const id = name as ParameterId;
      const isChanged = side === null || leg === 'both' || leg === side;
      return parameter(id, side, value! + (isChanged ? (changes[id] ?? 0) : 0));
    });
  const capture = {
    view,
    facing: view === 'left' ? -1 : 1,
    speedMs,
    inclinePct: 0,
    heightM: null,
    massKg: null,
    metresPerPixel: null,
    scaleSource: 'belt',
    yawDeg: 0,
    rollDeg: 0,
    footReference: 'standing',
  } as const;
  const parameters = [...of('left'), ...of('right'), ...of(null)];
  return {
    clipId: `${view} ${JSON.stringify(changes)}`,
    sessionId: 's',
    result: { gait: 'run', capture, parameters, curves: [] },
    rateHz: 60,
    footwear: '',
  };
}

const both = (changes: Changes = {}, leg: Side | 'both' = 'both', speedMs = 3) => [
  film('left', changes, leg, speedMs),
  film('right', changes, leg, speedMs),
];
const since = (changes: Changes, leg: Side | 'both' = 'both') =>
  compareVisits('before-after', both(), both(changes, leg));
const legsOf = (changes: Changes, leg: Side) => compareVisits('left-right', both(changes, leg), both(changes, leg));

const session = (id: string, date: string, purpose: string, fields: Partial<Session> = {}): Session => ({
  id,
  createdAt: '',
  changedAt: '',
  clientId: 'c',
  date,
  purpose,
  footwear: '',
  speedMs: null,
  inclinePct: null,
  painBefore: null,
  painAfter: null,
  notes: '',
  ...fields,
});

describe('both legs alike enough', () => {
  const contact = (differenceS: number) =>
    gaitSymmetry(legsOf({ contactTime: differenceS }, 'left')).find(({ id }) => id === 'contactTime')!;

  it('is met at the limit, and not met beyond the limit and the error', () => {
    expect(contact(0.008).verdict).toBe('met');
    expect(contact(0.0099999).verdict).toBe('met');
    expect(contact(0.02)).toMatchObject({ verdict: 'not-met', reason: null });
    expect(contact(0.02).difference).toBeCloseTo(-0.02, 9);
  });

  it('over the limit and within the error cannot be told', () => {
    const row = contact(0.0101);
    const wide = legsOf({ contactTime: 0.012 }, 'left');
    const rows = wide.rows.map((one) => (one.id === 'contactTime' ? { ...one, threshold: 0.03 } : one));
    expect(gaitSymmetry({ ...wide, rows })[0]).toMatchObject({ verdict: 'not-tested', reason: 'within-error' });
    expect(row.verdict).not.toBe('met');
  });

  it('not filmed and not seen are not tested', () => {
    expect(gaitSymmetry(null).map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['not-tested', 'not-filmed'],
      ['not-tested', 'not-filmed'],
    ]);
    const unseen = { ...legsOf({}, 'left'), rows: [] };
    expect(gaitSymmetry(unseen)[0]).toMatchObject({ verdict: 'not-tested', reason: 'not-measurable' });
    expect(gaitSymmetry(null).map((one) => gaitWords(one))).toEqual([
      'Contact time, left against right: within 10\u00a0ms',
      'Thigh behind the body, left against right: within 5°',
    ]);
  });
});

describe('patterns to look at', () => {
  it('mentions what has changed the way it is linked, with side and size', () => {
    const { seen, nothing } = patternsFor(
      'calfAchilles',
      'left',
      since({ contactTime: -0.03 }, 'left'),
      legsOf({ contactTime: -0.03 }, 'left'),
    );
    expect(nothing).toBeNull();
    expect(seen.map(({ link }) => link.id)).toEqual(['contactTime']);
    expect(seen[0]).toMatchObject({
      side: 'left',
      sinceBaseline: { asLinked: true },
      againstOtherLeg: { asLinked: true },
    });
    expect(seen[0]!.value).toBeCloseTo(0.22, 9);
    expect(seen[0]!.sinceBaseline!.difference).toBeCloseTo(-0.03, 9);
    expect(seen[0]!.againstOtherLeg!.difference).toBeCloseTo(-0.03, 9);
  });

  it('on the right leg the sign is the leg’s own', () => {
    const { seen } = patternsFor('calfAchilles', 'right', null, legsOf({ anklePlantarflexionPeak: 15 }, 'right'));
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ side: 'right', againstOtherLeg: { asLinked: true } });
    expect(seen[0]!.againstOtherLeg!.difference).toBeCloseTo(15, 9);
    expect(seen[0]!.value).toBeCloseTo(-3, 9);
  });

  it('a change the other way is listed after those that go as linked, and says so', () => {
    const { seen } = patternsFor(
      'frontOfKnee',
      'left',
      since({ cadence: -12, stepLength: -0.2, hipFlexionPeak: -9 }),
      null,
    );
    expect(seen.map(({ link, sinceBaseline }) => [link.id, sinceBaseline!.asLinked])).toEqual([
      ['cadence', true],
      ['hipFlexionPeak', true],
      ['stepLength', false],
    ]);
  });

  it('a change of the other leg, and one inside the error, is not mentioned', () => {
    const right = patternsFor('calfAchilles', 'left', since({ contactTime: -0.03 }, 'right'), null);
    expect(right).toMatchObject({ seen: [], nothing: 'within-error' });
    const small = patternsFor(
      'calfAchilles',
      'left',
      since({ contactTime: -0.004, trunkLean: 1 }),
      legsOf({ contactTime: -0.004 }, 'left'),
    );
    expect(small).toMatchObject({ seen: [], nothing: 'within-error' });
  });

  it('says when there is nothing to look at, and what could not be judged', () => {
    expect(patternsFor('shin', 'left', null, null)).toMatchObject({ seen: [], nothing: 'not-filmed' });
    const otherSpeed = compareVisits('before-after', both(), both({ cadence: -20 }, 'both', 3.6));
    expect(patternsFor('shin', 'left', otherSpeed, null)).toMatchObject({ seen: [], nothing: 'not-comparable' });
    expect(patternsFor('shin', 'left', since({}), null).notJudged.map(({ id }) => id)).toEqual(['pelvicDrop']);
  });

  it('with both legs involved each is held against the baseline only', () => {
    const { seen } = patternsFor(
      'calfAchilles',
      null,
      since({ contactTime: -0.03 }, 'right'),
      legsOf({ contactTime: -0.03 }, 'right'),
    );
    expect(seen.map(({ side, againstOtherLeg }) => [side, againstOtherLeg])).toEqual([['right', null]]);
  });

  it('every link has words and is named once for its complaint', () => {
    for (const complaint of COMPLAINTS) {
      const links = PATTERN_LINKS[complaint];
      expect(new Set(links.map(({ id, of }) => `${id} ${of}`)).size).toBe(links.length);
      for (const { id, goes } of links) expect(PATTERN_TEXT.linked[id]?.[goes], `${id} ${goes}`).toBeTruthy();
    }
    expect([complaintOf('calf'), complaintOf('groin'), complaintOf('foot')]).toEqual(['calfAchilles', 'hip', null]);
  });
});

describe('the readiness page', () => {
  const injury = { region: 'calf strain', side: 'left', onset: '2026-03-01', mechanism: '', notes: '' } as const;
  const input: ReadinessInput = {
    injury,
    tests: [
      { date: '2026-03-18', test: 'heelRaise', side: 'left', value: 24, unit: 'repetitions', passed: null, pain: 0 },
      { date: '2026-03-18', test: 'heelRaise', side: 'right', value: 30, unit: 'repetitions', passed: null, pain: 0 },
    ],
    plan: WALK_RUN_TEMPLATE.map((stage) => ({
      ...stage,
      startedOn: null,
      completedOn: null,
      painDuring: null,
      painNextDay: null,
    })),
    sessions: [session('a', '2026-03-03', 'check-in', { painBefore: 4 })],
    sinceBaseline: since({ contactTime: -0.03, trunkLean: 0.5 }, 'left'),
    legs: legsOf({ contactTime: -0.03 }, 'left'),
  };
  const page = readinessPage(input, TODAY);

  it('lists every criterion with value and date, met, not met or not tested', () => {
    expect(page).toMatchObject({ region: 'calf', tissue: 'muscle', side: 'left', dayOfInjury: 19 });
    const verdict = (id: string) =>
      [...page.beforeRunning, ...page.beforeFullTraining].find((one) => one.criterion.id === id)!;
    expect(verdict('calfRaises')).toMatchObject({ verdict: 'not-met', value: 24, date: '2026-03-18' });
    expect(verdict('calfRaiseSides').value).toBeCloseTo(20, 9);
    expect(verdict('calfHop')).toMatchObject({ verdict: 'not-tested', reason: 'no-test' });
    expect(page.beforeRunning.map(({ criterion }) => criterion.id)).toEqual(['walk', 'stance', 'squat', 'hopping']);
    expect(page.pain).toHaveLength(1);
    expect(page.plan.advice).toBe('begin');
  });

  it('shows of the gait only what is beyond the error', () => {
    expect(page.changedSinceBaseline.map(({ id, side }) => `${id} ${side}`)).toEqual(['contactTime left']);
    expect(page.noComparison).toBeNull();
    expect(page.gait[0]).toMatchObject({ id: 'contactTime', verdict: 'not-met' });
    expect(readinessPage({ ...input, sinceBaseline: null }, TODAY)).toMatchObject({
      changedSinceBaseline: [],
      noComparison: 'not-filmed',
    });
  });

  it('has nothing that adds the lines up, and no word for it', () => {
    const namesOf = (value: unknown): readonly string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([name, inner]) => [name, ...namesOf(inner)]);
    const { plan: _, changedSinceBaseline: __, ...own } = page;
    expect(namesOf(own).filter((name) => /score|total|sum|ready|safe|risk|cleared|percent/i.test(name))).toEqual([]);
    const words = (value: unknown): readonly string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(words)
          : [];
    expect(
      words(REHAB_TEXT).filter((text) => /\b(safe|safely|risks?|scores?|cleared|ready|predicts?)\b/i.test(text)),
    ).toEqual([]);
  });

  it('an injury without a day has none, and one that is ahead neither', () => {
    const day = (onset: string | null) => readinessPage({ ...input, injury: { ...injury, onset } }, TODAY).dayOfInjury;
    expect([day(null), day('2026-04-01'), day(TODAY)]).toEqual([null, null, 0]);
  });
});

describe('the baseline', () => {
  const visits = [
    session('first', '2025-01-10', 'Check-in'),
    session('base', '2025-06-01', 'Baseline'),
    session('late-base', '2026-03-05', 'baseline'),
    session('now', '2026-03-18', 'rehab'),
  ];
  const now = visits[3]!;

  it('is the last one from before it hurt; else the last so called; else the first visit', () => {
    expect(findBaseline(visits, now, '2026-03-01')).toMatchObject({ kind: 'before-onset', session: { id: 'base' } });
    expect(findBaseline(visits, now, null)).toMatchObject({ kind: 'marked', session: { id: 'late-base' } });
    expect(findBaseline(visits, now, '2025-02-01')).toMatchObject({ kind: 'marked', session: { id: 'late-base' } });
    expect(findBaseline([visits[0]!, now], now, null)).toMatchObject({ kind: 'first', session: { id: 'first' } });
    expect(findBaseline([now], now, null)).toBeNull();
    expect(findBaseline(visits, visits[0]!, null)).toBeNull();
  });

  it('is compared with, when both have films', () => {
    const films = (id: string) => (id === 'base' ? both() : id === 'now' ? both({ cadence: 12 }) : []);
    const found = compareWithBaseline(visits, now, '2026-03-01', films)!;
    expect(found.comparison!.rows.filter(({ verdict }) => verdict === 'changed').map(({ id }) => id)).toEqual([
      'cadence',
    ]);
    expect(compareWithBaseline(visits, now, null, films)).toMatchObject({ kind: 'marked', comparison: null });
    expect(compareLegs([])).toBeNull();
    expect(compareLegs(both())!.kind).toBe('left-right');
  });

  it('purposes are read from words', () => {
    expect(['Baseline', 'Check-in', 'follow-up', 'Return to running', 'party', 'checkIn'].map(purposeOf)).toEqual([
      'baseline',
      'checkIn',
      'rehab',
      'return',
      null,
      'checkIn',
    ]);
  });

  it('every open injury gives a visit its day', () => {
    const injury = (id: string, onset: string | null, resolvedOn: string | null = null) => ({
      id,
      region: 'calf',
      side: 'left' as const,
      onset,
      resolvedOn,
    });
    const days = daysSinceOnset(
      [
        injury('old', '2026-01-01'),
        injury('new', '2026-03-16'),
        injury('over', '2026-01-01', '2026-02-01'),
        injury('none', null),
        injury('ahead', '2026-04-01'),
      ],
      '2026-03-18',
    );
    expect(days.map(({ injuryId, day }) => [injuryId, day])).toEqual([
      ['new', 2],
      ['old', 76],
    ]);
    expect(daysSinceOnset([injury('last-day', '2026-03-01', '2026-03-18')], '2026-03-18')[0]!.day).toBe(17);
  });
});

describe('the filming card', () => {
  const speed = (ms: number) => `${(3.6 * ms).toFixed(1)} km/h`;

  it('of a first visit asks for both sides and from behind at an easy speed, in under five minutes', () => {
    const card = filmingCard('baseline', null);
    expect(card.films.map(({ view, gait, speedMs }) => [view, gait, speedMs])).toEqual([
      ['left', 'run', null],
      ['right', 'run', null],
      ['posterior', 'run', null],
    ]);
    expect(card.minutes).toBeLessThanOrEqual(5);
    const words = filmingCardWords(card, speed);
    expect(words.films[0]).toBe(
      '1. Run from the left at an easy speed, written down: ______, 25 s, after standing still for 2 s',
    );
    expect([...words.films, ...words.notes].join(' ')).not.toMatch(/[{}]|undefined|null/);
  });

  it('of a later visit repeats the baseline: its views, speed, slope and shoes, fresh before tired', () => {
    const clip = (view: View, condition: 'fresh' | 'tired' | null, speedMs: number | null) => ({
      view,
      condition,
      capture: { gait: 'run' as const, speedMs, inclinePct: null },
    });
    const baseline = {
      footwear: ' Blue shoes ',
      speedMs: 3,
      inclinePct: 1,
      clips: [
        { ...clip('posterior', null, 3), exercise: 'heelRaise' as const },
        clip('left', 'tired', null),
        clip('right', 'fresh', 3.2),
        clip('left', null, null),
      ],
    };
    const card = filmingCard('checkIn', baseline);
    expect(card).toMatchObject({ footwear: 'Blue shoes', isLikeBaseline: true });
    expect(
      card.films.map(({ view, condition, speedMs, inclinePct }) => [view, condition, speedMs, inclinePct]),
    ).toEqual([
      ['left', 'fresh', 3, 1],
      ['right', 'fresh', 3.2, 1],
      ['left', 'tired', 3, 1],
    ]);
    expect(filmingCardWords(card, speed).films[2]).toContain('at 10.8 km/h, slope 1 %, 25 s');
    const noFilms = filmingCard('rehab', { ...baseline, clips: [] });
    expect(noFilms.films.map(({ view, speedMs }) => [view, speedMs])).toEqual([
      ['left', 3],
      ['right', 3],
      ['posterior', 3],
    ]);
  });

  it('of somebody who may not run yet asks for walking, without a warm-up', () => {
    const card = filmingCard('checkIn', null, false);
    expect(new Set(card.films.map(({ gait }) => gait))).toEqual(new Set(['walk']));
    expect(card.warmUpMin).toBe(0);
    expect(filmingCardWords(card, speed).notes.join(' ')).not.toContain('warm-up');
  });
});
