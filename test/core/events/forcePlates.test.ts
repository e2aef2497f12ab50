import { describe, expect, it } from 'vitest';
import { film, MOCAP_ABSENT, runningMarkers, walkingMarkers } from '../../support/mocap.ts';
import { cadenceOf, compareEvents, meanContactS, readTrial } from '../../support/readTrial.ts';

const why = MOCAP_ABSENT === null ? '' : ` (skipped: ${MOCAP_ABSENT})`;
const SEEDS = [1, 2, 3];

/** The truth list leaves out the stances that the recording begins and ends in. */
const RUN_TRUTH = [0.35, 29.7] as const;
const WALK_TRUTH = [0.48, 12.45] as const;

describe.skipIf(MOCAP_ABSENT !== null)(`a runner on force plates${why}`, () => {
  // The bars of the product; the rule's own error against 50 N is 3 ms.
  it.each([
    { rateHz: 24, noiseMm: 10, contactMs: 6, toeOffMs: 15 },
    { rateHz: 30, noiseMm: 10, contactMs: 6, toeOffMs: 15 },
    { rateHz: 60, noiseMm: 5, contactMs: 5, toeOffMs: 10 },
    { rateHz: 60, noiseMm: 10, contactMs: 5, toeOffMs: 15 },
    { rateHz: 120, noiseMm: 5, contactMs: 5, toeOffMs: 10 },
    { rateHz: 240, noiseMm: 2, contactMs: 5, toeOffMs: 10 },
  ])('is timed within $contactMs and $toeOffMs ms at $rateHz fps and $noiseMm mm of noise', (c) => {
    for (const seed of SEEDS) {
      const filmed = film(runningMarkers(), { rateHz: c.rateHz, noiseMm: c.noiseMm, seed });
      const { found } = readTrial(filmed.pose);
      const contacts = compareEvents(found.events, filmed.events, 'initial-contact', RUN_TRUTH);
      const toeOffs = compareEvents(found.events, filmed.events, 'toe-off', RUN_TRUTH);
      expect(found.gait).toBe('run');
      expect(contacts.maeMs).toBeLessThanOrEqual(c.contactMs);
      expect(toeOffs.maeMs).toBeLessThanOrEqual(c.toeOffMs);
      expect([contacts.missed, contacts.extra, toeOffs.missed, toeOffs.extra]).toEqual([0, 0, 0, 0]);
    }
  });

  it.each([30, 60])(
    'has the right cadence, belt speed and mean contact time at %d fps and 10 mm of noise',
    (rateHz) => {
      const recording = runningMarkers();
      for (const seed of SEEDS) {
        const filmed = film(recording, { rateHz, noiseMm: 10, seed, pxPerM: 300 });
        const { found } = readTrial(filmed.pose);
        expect(Math.abs(cadenceOf(found.events) - cadenceOf(filmed.events))).toBeLessThan(0.3);
        for (const side of ['left', 'right'] as const) {
          expect(Math.abs(found.beltPxPerS[side]! / 300 / recording.speedMs - 1)).toBeLessThan(0.025);
          expect(Math.abs(found.foldedContactS[side]!.value - meanContactS(filmed.events, side))).toBeLessThan(0.01);
        }
      }
    },
  );

  it('is timed as well by a near camera, facing left, under drifting noise and with a fifth of the frames lost', () => {
    for (const bad of [
      { distanceM: 2.5 },
      { facing: -1 as const },
      { noiseMemory: 0.9, noiseMm: 15 },
      { dropShare: 0.2 },
      { rollDeg: -4 },
    ]) {
      const filmed = film(runningMarkers(), { rateHz: 60, noiseMm: 5, ...bad });
      const { found } = readTrial(filmed.pose);
      const contacts = compareEvents(found.events, filmed.events, 'initial-contact', RUN_TRUTH);
      expect(contacts.maeMs).toBeLessThan(6);
      expect([contacts.missed, contacts.extra]).toEqual([0, 0]);
      // Roll is known to a degree, which moves the ankle's rise by up to 10 ms.
      expect(compareEvents(found.events, filmed.events, 'toe-off', RUN_TRUTH).maeMs).toBeLessThan(13);
    }
  });

  it('says how far to trust each event: the errors are of the size of their sigmas', () => {
    const filmed = film(runningMarkers(), { rateHz: 60, noiseMm: 10 });
    const { found } = readTrial(filmed.pose);
    for (const kind of ['initial-contact', 'toe-off'] as const) {
      const { errorsMs } = compareEvents(found.events, filmed.events, kind, RUN_TRUTH);
      const rms = Math.sqrt(errorsMs.reduce((sum, e) => sum + e * e, 0) / errorsMs.length);
      const sigmas = found.events.filter((e) => e.kind === kind).map((e) => 1000 * e.sigmaS);
      const sigma = sigmas.reduce((sum, s) => sum + s, 0) / sigmas.length;
      expect(rms / sigma).toBeGreaterThan(0.3);
      expect(rms / sigma).toBeLessThan(1.3);
    }
  });
});

describe.skipIf(MOCAP_ABSENT !== null)(`a walker on force plates${why}`, () => {
  it.each([
    { rateHz: 30, noiseMm: 5, contactMs: 15, toeOffMs: 15 },
    { rateHz: 60, noiseMm: 5, contactMs: 15, toeOffMs: 15 },
    { rateHz: 60, noiseMm: 10, contactMs: 15, toeOffMs: 15 },
    { rateHz: 120, noiseMm: 5, contactMs: 15, toeOffMs: 15 },
  ])('is timed within $contactMs ms at $rateHz fps and $noiseMm mm of noise', (c) => {
    for (const seed of SEEDS) {
      const filmed = film(walkingMarkers(), { rateHz: c.rateHz, noiseMm: c.noiseMm, seed });
      const { found } = readTrial(filmed.pose);
      const contacts = compareEvents(found.events, filmed.events, 'initial-contact', WALK_TRUTH);
      const toeOffs = compareEvents(found.events, filmed.events, 'toe-off', WALK_TRUTH);
      expect(found.gait).toBe('walk');
      expect(contacts.maeMs).toBeLessThanOrEqual(c.contactMs);
      expect(toeOffs.maeMs).toBeLessThanOrEqual(c.toeOffMs);
      expect([contacts.missed, contacts.extra, toeOffs.missed, toeOffs.extra]).toEqual([0, 0, 0, 0]);
    }
  });
});
