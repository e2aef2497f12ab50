// Claims about contacts, toe-offs, cadence, scale and mean contact time, on people who ran and walked over force plates.

import type { Side } from '../../core/types.ts';
import { type Filming, film, type MarkerRecording, runningMarkers, walkingMarkers } from '../support/mocap.ts';
import { cadenceOf, compareEvents, meanContactS, readTrial } from '../support/readTrial.ts';
import { atMost, type Claim, exactly, type Section, worst } from './claims.ts';

const SEEDS = [1, 2, 3];
const PX_PER_M = 300;

/** The part of each recording whose stances are all in the list of true ones, s. */
const RUN_SPAN = [0.35, 29.7] as const;
const WALK_SPAN = [0.48, 12.45] as const;

interface Agreement {
  readonly contactMs: number;
  readonly toeOffMs: number;
  readonly missedOrDoubled: number;
  readonly cadenceOff: number;
  /** Of the slower-measured foot, %. */
  readonly scalePct: number;
  /** Mean contact time of all strides laid over each other, against the plate's mean, ms. */
  readonly foldedMs: number;
}

/** Film a recording once with every seed and keep the worst of each figure. */
function agreement(recording: MarkerRecording, span: readonly [number, number], filming: Partial<Filming>): Agreement {
  const trials = SEEDS.map((seed) => {
    const filmed = film(recording, { ...filming, seed, pxPerM: PX_PER_M });
    const { found } = readTrial(filmed.pose);
    const contacts = compareEvents(found.events, filmed.events, 'initial-contact', span);
    const toeOffs = compareEvents(found.events, filmed.events, 'toe-off', span);
    const belt = (side: Side) => (found.beltPxPerS[side] ?? Number.NaN) / PX_PER_M / recording.speedMs - 1;
    const folded = (side: Side) =>
      (found.foldedContactS[side]?.value ?? Number.NaN) - meanContactS(filmed.events, side);
    return {
      contactMs: contacts.maeMs,
      toeOffMs: toeOffs.maeMs,
      missedOrDoubled: contacts.missed + contacts.extra + toeOffs.missed + toeOffs.extra,
      cadenceOff: Math.abs(cadenceOf(found.events) - cadenceOf(filmed.events)),
      scalePct: 100 * worst([Math.abs(belt('left')), Math.abs(belt('right'))]),
      foldedMs: 1000 * worst([Math.abs(folded('left')), Math.abs(folded('right'))]),
    };
  });
  const most = (key: keyof Agreement) => worst(trials.map((trial) => trial[key]));
  return {
    contactMs: most('contactMs'),
    toeOffMs: most('toeOffMs'),
    missedOrDoubled: most('missedOrDoubled'),
    cadenceOff: most('cadenceOff'),
    scalePct: most('scalePct'),
    foldedMs: most('foldedMs'),
  };
}

/** The runner's claims. */
export function runningOnForcePlates(): Section {
  const recording = runningMarkers();
  const at = (rateHz: number, noiseMm: number) => agreement(recording, RUN_SPAN, { rateHz, noiseMm });
  const noisy30 = at(30, 10);
  const noisy60 = at(60, 10);
  const clean60 = at(60, 5);
  const clean120 = at(120, 5);
  const ms = { unit: ' ms' };
  const all = [noisy30, noisy60, clean60, clean120];
  return {
    title: 'Running, against a force plate',
    about: `Markers of a runner at 2.5 m/s (77 stances, 30 s), projected to pixels with white noise on every point; the plate's 50 N say when the foot is down. Worst of ${SEEDS.length} draws of the noise.`,
    claims: [
      atMost('contacts, mean absolute error, 30 fps, 10 mm', 6, noisy30.contactMs, ms),
      atMost('contacts, 60 fps, 5 mm', 5, clean60.contactMs, ms),
      atMost('contacts, 120 fps, 5 mm', 5, clean120.contactMs, ms),
      atMost('toe-offs, 60 fps, 5 mm', 10, clean60.toeOffMs, ms),
      atMost('toe-offs, 60 fps, 10 mm', 15, noisy60.toeOffMs, ms),
      atMost('mean contact time by folding, 30 fps, 10 mm', 10, noisy30.foldedMs, ms),
      atMost('cadence, 30 fps, 10 mm', 0.3, noisy30.cadenceOff, { unit: ' steps/min', digits: 2 }),
      atMost('scale from the belt, 30 fps, 10 mm', 2.5, noisy30.scalePct, { unit: ' %' }),
      exactly('events missed or doubled, all four', '0', `${worst(all.map((one) => one.missedOrDoubled))}`),
    ],
  };
}

/** The walker's claims. */
export function walkingOnForcePlates(): Section {
  const walk = agreement(walkingMarkers(), WALK_SPAN, { rateHz: 60, noiseMm: 5 });
  const claims: Claim[] = [
    atMost('contacts, mean absolute error, 60 fps, 5 mm', 15, walk.contactMs, { unit: ' ms' }),
    atMost('toe-offs, 60 fps, 5 mm', 15, walk.toeOffMs, { unit: ' ms' }),
    exactly('events missed or doubled', '0', `${walk.missedOrDoubled}`),
  ];
  return {
    title: 'Walking, against a force plate',
    about: 'Markers of a treadmill walker at about 0.91 m/s (43 events, 12 s), projected and shaken in the same way.',
    claims,
  };
}
