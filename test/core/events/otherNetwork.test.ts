import { describe, expect, it } from 'vitest';
import { cadenceOf, readTrial } from '../../support/readTrial.ts';
import { RTMPOSE_ABSENT, rtmposeRunner } from '../../support/rtmpose.ts';

const why = RTMPOSE_ABSENT === null ? '' : ` (skipped: ${RTMPOSE_ABSENT})`;

describe.skipIf(RTMPOSE_ABSENT !== null)(`a real runner as RTMPose drew him at 30 fps${why}`, () => {
  const { found, seen } = RTMPOSE_ABSENT === null ? readTrial(rtmposeRunner()) : { found: null!, seen: null! };
  const contacts = found?.events.filter((event) => event.kind === 'initial-contact') ?? [];

  it('runs, faces image left and shows the left leg', () => {
    expect(found.gait).toBe('run');
    expect(seen).toEqual({ facing: -1, nearSide: 'left', posteriorLikely: false });
  });

  it('takes 33 or 34 steps in the 12 s, by turns, at 168.9 ± 0.5 steps/min (from the pixels)', () => {
    expect([33, 34]).toContain(contacts.length);
    for (let k = 1; k < contacts.length; k++) expect(contacts[k]!.side).not.toBe(contacts[k - 1]!.side);
    expect(Math.abs(cadenceOf(contacts) - 168.9)).toBeLessThan(0.5);
  });

  it('is on the belt for 180 to 320 ms each time', () => {
    for (const side of ['left', 'right'] as const) {
      const own = found.events.filter((event) => event.side === side);
      for (const [k, event] of own.entries()) {
        const next = own[k + 1];
        if (event.kind !== 'initial-contact' || next?.kind !== 'toe-off') continue;
        expect(next.timeS - event.timeS).toBeGreaterThan(0.18);
        expect(next.timeS - event.timeS).toBeLessThan(0.32);
      }
    }
  });
});
