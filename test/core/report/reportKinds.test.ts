// Which reports films can be made into: by sides, visits and how tired the runner was.
import { describe, expect, it } from 'vitest';
import { type ChosenFilm, reportKinds, visitsFor } from '../../../core/report/reportKinds.ts';

const film = (sessionId: string, view: ChosenFilm['view'], condition: ChosenFilm['condition'] = null) => ({
  ...{ sessionId, view, condition },
  date: `2026-01-${sessionId.padStart(2, '0')}`,
});

describe('films make a report', () => {
  it('of one, of both sides, of two visits, of many, and of one run', () => {
    expect(reportKinds([film('1', 'left')])).toEqual(['single']);
    expect(reportKinds([film('1', 'left'), film('1', 'right')])).toEqual(['left-right']);
    expect(reportKinds([film('2', 'left'), film('1', 'left')])).toEqual(['before-after', 'follow-up']);
    expect(reportKinds(['1', '2', '3'].map((day) => film(day, 'right')))).toEqual(['follow-up']);
    expect(reportKinds([film('1', 'left', 'tired'), film('1', 'left', 'fresh')])).toEqual(['fresh-tired']);
    expect(reportKinds([film('1', 'left'), film('1', 'left')])).toEqual(['before-after']);
  });

  it('only when they can be held against each other', () => {
    expect(reportKinds([])).toEqual([]);
    expect(reportKinds([film('1', 'left'), film('2', 'right')])).toEqual([]);
    expect(reportKinds([film('1', 'left'), film('1', 'posterior')])).toEqual([]);
    expect(reportKinds([film('1', 'left'), film('1', 'left'), film('2', 'left')])).toEqual([]);
    const thirteen = Array.from({ length: 13 }, (_, i) => film(String(i + 1), 'left'));
    expect(reportKinds(thirteen)).toEqual([]);
    expect(reportKinds(thirteen.slice(1))).toEqual(['follow-up']);
  });

  it('as visits in time, the fresh film before the tired one', () => {
    const [late, early] = [film('2', 'left'), film('1', 'left')];
    expect(visitsFor('before-after', [late, early])).toEqual([[early], [late]]);
    const run = [film('1', 'left', 'tired'), film('1', 'left'), film('1', 'left', 'fresh')];
    expect(visitsFor('fresh-tired', run)).toEqual([[run[2]], [run[1]], [run[0]]]);
    const sides = [film('1', 'left'), film('1', 'right')];
    expect(visitsFor('left-right', sides)).toEqual([sides]);
  });
});
