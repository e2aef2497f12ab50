// Corrections of events: each is a row of its own, in order, and harmless when its event is gone.
import { describe, expect, it } from 'vitest';
import { editEvents, editedLegs } from '../../../core/strides/editEvents.ts';
import type { Edit, GaitEvent } from '../../../core/types.ts';

const detected: GaitEvent[] = [
  { kind: 'initial-contact', side: 'left', timeS: 1, sigmaS: 0.006, source: 'detected' },
  { kind: 'toe-off', side: 'left', timeS: 1.25, sigmaS: 0.01, source: 'detected' },
  { kind: 'initial-contact', side: 'right', timeS: 1.36, sigmaS: 0.006, source: 'detected' },
];
const edited = (...edits: Edit[]) => editEvents(detected, edits, 60).map((e) => [e.kind, e.side, e.timeS, e.source]);

describe('event edits', () => {
  it('move the nearest event of that kind and leg', () => {
    const moved = edited({ kind: 'event-moved', event: 'toe-off', side: 'left', timeS: 1.24, newTimeS: 1.27 });
    expect(moved[1]).toEqual(['toe-off', 'left', 1.27, 'edited']);
    expect(moved).toHaveLength(3);
  });

  it('add and remove', () => {
    expect(edited({ kind: 'event-added', event: 'toe-off', side: 'right', timeS: 1.6 })).toHaveLength(4);
    expect(edited({ kind: 'event-removed', event: 'initial-contact', side: 'right', timeS: 1.36 })).toHaveLength(2);
  });

  it('keep time order and do not touch the detected list', () => {
    const moved = edited({ kind: 'event-moved', event: 'initial-contact', side: 'left', timeS: 1, newTimeS: 1.05 });
    expect(moved.map((e) => e[2])).toEqual([1.05, 1.25, 1.36]);
    expect(detected[0]!.timeS).toBe(1);
  });

  it('change nothing when there is no such event within a tenth of a second', () => {
    expect(edited({ kind: 'event-removed', event: 'toe-off', side: 'right', timeS: 1.25 })).toHaveLength(3);
    expect(edited({ kind: 'event-removed', event: 'toe-off', side: 'left', timeS: 1.4 })).toHaveLength(3);
  });

  it('can follow one another: what was added can be moved', () => {
    const both = edited(
      { kind: 'event-added', event: 'toe-off', side: 'right', timeS: 1.6 },
      { kind: 'event-moved', event: 'toe-off', side: 'right', timeS: 1.6, newTimeS: 1.63 },
    );
    expect(both.at(-1)).toEqual(['toe-off', 'right', 1.63, 'edited']);
  });

  it('are as uncertain as the frame they were set on', () => {
    const [first] = editEvents(
      detected,
      [{ kind: 'event-moved', event: 'initial-contact', side: 'left', timeS: 1, newTimeS: 0.9 }],
      60,
    );
    expect(first!.sigmaS).toBeCloseTo(1 / 60 / Math.sqrt(12), 12);
  });

  it('say whose legs were edited', () => {
    expect([...editedLegs([{ kind: 'event-removed', event: 'toe-off', side: 'right', timeS: 1 }])]).toEqual(['right']);
    expect(editedLegs([{ kind: 'stride-excluded', side: 'left', timeS: 1 }]).size).toBe(0);
  });
});
