import { describe, expect, it } from 'vitest';
import { compareEvents, readTrial } from '../../support/readTrial.ts';
import { SYNTHETIC_RUN, SYNTHETIC_WALK, syntheticTrial } from '../../support/syntheticRunner.ts';

describe('a body drawn by formulas, without noise', () => {
  it.each([24, 25, 30, 50, 60, 120, 240])('is timed far below the frame interval at %d fps', (rateHz) => {
    for (const gait of [SYNTHETIC_RUN, SYNTHETIC_WALK]) {
      const { pose, events } = syntheticTrial(gait, rateHz, 12);
      const { found } = readTrial(pose);
      const contacts = compareEvents(found.events, events, 'initial-contact', [0, 12], 0.2);
      const toeOffs = compareEvents(found.events, events, 'toe-off', [0, 12], 0.45);
      expect(found.gait).toBe(gait.gait);
      // 3 ms: at 24–30 fps the path of a foot that stops within 60 ms is resolved no better.
      expect(contacts.maeMs).toBeLessThan(3);
      // 4 ms: the drawn shank stretches a little, so that the leg measured from it is 2 % shorter than the formula's.
      expect(toeOffs.maeMs).toBeLessThan(4);
      expect([contacts.missed, contacts.extra, toeOffs.missed, toeOffs.extra]).toEqual([0, 0, 0, 0]);
      expect(Math.abs(found.beltPxPerS.left! / gait.beltPxPerS - 1)).toBeLessThan(0.005);
      expect(Math.abs(found.strideTimeS! / gait.strideS - 1)).toBeLessThan(0.002);
    }
  });

  it('is not folded when the film is in step with the strides: 18 frames a stride show 18 moments only', () => {
    const inStep = readTrial(syntheticTrial(SYNTHETIC_RUN, 25, 12).pose);
    expect(inStep.found.foldedContactS).toEqual({ left: null, right: null });
    const outOfStep = readTrial(syntheticTrial({ ...SYNTHETIC_RUN, strideS: 0.731 }, 25, 12).pose);
    expect(outOfStep.found.foldedContactS.left).not.toBeNull();
  });

  it('has one sigma per event, larger for toe-off than for contact', () => {
    const { found } = readTrial(syntheticTrial(SYNTHETIC_RUN, 60, 8).pose);
    for (const event of found.events) {
      expect(event.sigmaS).toBeGreaterThan(event.kind === 'toe-off' ? 0.007 : 0.004);
      // 30 ms at the ends of the film, where half a stride is missing; 10 ms elsewhere.
      expect(event.sigmaS).toBeLessThan(event.timeS > 0.4 && event.timeS < 7.6 ? 0.012 : 0.03);
      expect(event.source).toBe('detected');
    }
  });

  it('alternates its feet and lifts each one after it has landed', () => {
    const { found } = readTrial(syntheticTrial(SYNTHETIC_RUN, 60, 8).pose);
    const contacts = found.events.filter((event) => event.kind === 'initial-contact');
    for (let k = 1; k < contacts.length; k++) expect(contacts[k]!.side).not.toBe(contacts[k - 1]!.side);
    const left = found.events.filter((event) => event.side === 'left');
    for (let k = 1; k < left.length; k++) expect(left[k]!.kind).not.toBe(left[k - 1]!.kind);
  });
});
