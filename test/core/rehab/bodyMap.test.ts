// Words find their place on the figure, the same place twice is seen, and pain is kept from visit to visit.
import { describe, expect, it } from 'vitest';
import type { Injury, Session } from '../../../core/records/records.ts';
import { bodyMap, painHistory } from '../../../core/rehab/bodyMap.ts';
import { regionOf, tissueOf } from '../../../core/rehab/bodyRegions.ts';

const TODAY = '2026-03-20';
const injury = (id: string, fields: Partial<Injury>): Injury => ({
  id,
  createdAt: '',
  changedAt: '',
  clientId: 'c',
  region: 'calf',
  side: 'left',
  onset: '2026-01-01',
  mechanism: '',
  status: 'active',
  notes: '',
  ...fields,
});
const session = (id: string, date: string, fields: Partial<Session> = {}): Session => ({
  id,
  createdAt: '',
  changedAt: '',
  clientId: 'c',
  date,
  purpose: '',
  footwear: '',
  speedMs: null,
  inclinePct: null,
  painBefore: null,
  painAfter: null,
  notes: '',
  ...fields,
});

describe('regions', () => {
  it.each([
    ['Achilles tendon', 'achilles', 'tendon'],
    ['left calf strain', 'calf', 'muscle'],
    ['Soleus', 'calf', 'muscle'],
    ['biceps femoris', 'hamstring', 'muscle'],
    ['Runner’s knee', 'frontOfKnee', 'joint'],
    ['patellar tendon', 'frontOfKnee', 'tendon'],
    ['knee, ACL', 'knee', 'joint'],
    ['ITB', 'outerKnee', 'tendon'],
    ['shin splints', 'shin', 'bone'],
    ['tibial stress fracture', 'shin', 'bone'],
    ['metatarsal stress reaction', 'foot', 'bone'],
    ['plantar fascia', 'foot', 'tendon'],
    ['gluteal tendon', 'hip', 'tendon'],
    ['lower back', 'lowerBack', 'joint'],
    ['calf', 'calf', 'muscle'],
    ['frontOfKnee', 'frontOfKnee', 'joint'],
    ['elbow', 'other', 'joint'],
  ] as const)('%s is %s and counts as %s', (words, region, tissue) => {
    expect(regionOf(words)).toBe(region);
    expect(tissueOf({ region: words, mechanism: '', notes: '' })).toBe(tissue);
  });

  it('a calf that turned out to be a stress fracture counts as bone', () => {
    expect(tissueOf({ region: 'calf', mechanism: '', notes: 'MRI: fibular stress fracture' })).toBe('bone');
  });
});

describe('the body map', () => {
  it('shows the same place again after it was over as a recurrence', () => {
    const { places } = bodyMap(
      [
        injury('b', { onset: '2026-03-01', region: 'Calf, gastrocnemius' }),
        injury('a', { status: 'resolved', resolvedOn: '2026-02-10' }),
        injury('other-side', { side: 'right', status: 'resolved', onset: '2025-05-01' }),
      ],
      [],
      TODAY,
    );
    expect(places.map(({ region, side, mark, recurs }) => [region, side, mark, recurs])).toEqual([
      ['calf', 'left', 'injury', true],
      ['calf', 'right', 'past', false],
    ]);
    expect(places[0]!.episodes.map(({ injuryId, again, daysAfterLast }) => [injuryId, again, daysAfterLast])).toEqual([
      ['a', 'first', null],
      ['b', 'recurrence', 19],
    ]);
  });

  it('tells noted again while open from a recurrence, and says when a day is missing', () => {
    const again = (first: Partial<Injury>, second: Partial<Injury>) =>
      bodyMap([injury('a', first), injury('b', { onset: '2026-03-01', ...second })], [], TODAY).places[0]!.episodes.map(
        (one) => one.again,
      );
    expect(again({}, {})).toEqual(['first', 'while-open']);
    expect(again({ status: 'resolved', resolvedOn: '2026-03-05' }, {})).toEqual(['first', 'while-open']);
    expect(again({ status: 'resolved' }, {})).toEqual(['first', 'recurrence']);
    expect(again({ status: 'resolved', resolvedOn: '2026-03-01' }, {})).toEqual(['first', 'recurrence']);
    expect(again({ onset: null, status: 'resolved' }, {})).toEqual(['first', 'unclear']);
  });

  it('an injury of both sides stands at both, one without a side in the middle, unknown words by themselves', () => {
    const { places } = bodyMap(
      [
        injury('a', { side: 'both' }),
        injury('b', { region: 'lower back', side: null }),
        injury('c', { region: 'elbow' }),
        injury('d', { region: 'rib' }),
      ],
      [],
      TODAY,
    );
    expect(places.map(({ region, side }) => `${region} ${side}`).sort()).toEqual([
      'calf left',
      'calf right',
      'lowerBack null',
      'other left',
      'other left',
    ]);
  });

  it('a niggle is marked less than an injury, and one that is over as past', () => {
    const marks = (fields: Partial<Injury>) => bodyMap([injury('a', fields)], [], TODAY).places[0]!.mark;
    expect(marks({})).toBe('injury');
    expect(marks({ kind: 'niggle' })).toBe('niggle');
    expect(marks({ kind: 'niggle', status: 'resolved' })).toBe('past');
  });

  it('spans the first day to today, and nothing spans nothing', () => {
    expect(bodyMap([injury('a', {})], [session('s', '2025-12-01', { painBefore: 1 })], TODAY).span).toEqual({
      from: '2025-12-01',
      to: TODAY,
    });
    expect(bodyMap([], [], TODAY)).toEqual({ places: [], pain: [], span: null });
  });
});

describe('pain', () => {
  it('is listed by date with the four questions, without visits at which nobody asked', () => {
    const visits = [
      session('late', '2026-03-10', { painBefore: 0, painDuring: 2, painAfter: 1, painNextDay: 0 }),
      session('early', '2026-03-01', { painAfter: 3 }),
      session('silent', '2026-03-05'),
      session('future', '2026-04-01', { painBefore: 1 }),
    ];
    expect(painHistory(visits, TODAY)).toEqual([
      { sessionId: 'early', date: '2026-03-01', before: null, during: null, after: 3, nextDay: null },
      { sessionId: 'late', date: '2026-03-10', before: 0, during: 2, after: 1, nextDay: 0 },
    ]);
  });
});
