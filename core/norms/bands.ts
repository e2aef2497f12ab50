// What healthy adults do: the few published bands that are honest behind a 2-D treadmill video, as data.
//
// Facts with citation, not copied files. All angles are relative to the runner's own standing, mostly men of 22–51 years; there is
// no band for women alone, and none for anything that is not listed.

import type { Gait, ParameterId } from '../types.ts';

/** A band at one speed, or at several with straight lines between. */
export interface NormSource {
  readonly id: ParameterId;
  readonly gait: Extract<Gait, 'run' | 'walk'>;
  /** Mean and standard deviation between people by belt speed. */
  readonly points: readonly { readonly speedMs: number; readonly mean: number; readonly sd: number }[];
  /** Change of the mean per +1 m/s, to move a single point along; null when not known. */
  readonly slopePerMs: number | null;
  /** Belt speeds for which it may be shown, m/s. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly population: string;
  readonly source: string;
  /** The figures are second-hand or computed by us from intermediate files. */
  readonly provisional: boolean;
  /** For foot and ankle: which flat foot the band is counted from. */
  readonly footReference?: 'standing' | 'mid-stance';
}

/** Fukuchi, Duarte & Ferber: marker data of two laboratories, treadmill at 2.5 m/s. */
const INTERLAB = {
  gait: 'run',
  population: '46 runners, mostly men of 22–51 years, treadmill at 2.5 m/s, 3-D markers',
  source: 'BMC/RIC interlaboratory running data (Fukuchi, Duarte & Ferber, CC BY 4.0)',
  provisional: false,
} as const;

const SEGMENTS = {
  gait: 'run',
  population: '21 runners, mostly men of 22–51 years, treadmill at 2.5 m/s, markers projected to the side view',
  source: 'computed from Fukuchi, Fukuchi & Duarte 2017, PeerJ 5:e3298 (CC BY 4.0)',
  provisional: true,
} as const;

/** With slopes from 3 runners (6 legs) at 2.5, 3.5 and 4.5 m/s a band holds from 2.0 to 4.5 m/s; without, only near 2.5 m/s. */
const SHIFTED = { fromMs: 2, toMs: 4.5 } as const;
const NEAR_2_5 = { fromMs: 2.25, toMs: 2.75, slopePerMs: null } as const;

const at25 = (mean: number, sd: number) => ({ points: [{ speedMs: 2.5, mean, sd }] });

/** Running. Slopes: measurement.md §5. */
const RUNNING: readonly NormSource[] = [
  { id: 'kneeFlexionAtContact', ...INTERLAB, ...at25(10.85, 4.51), ...SHIFTED, slopePerMs: 1.2 },
  { id: 'kneeFlexionPeakStance', ...INTERLAB, ...at25(40.93, 5.23), ...SHIFTED, slopePerMs: 1.3 },
  { id: 'kneeFlexionPeakSwing', ...INTERLAB, ...at25(91.83, 8.79), ...SHIFTED, slopePerMs: 13.3 },
  { id: 'ankleAtContact', ...INTERLAB, ...at25(5.6, 5.85), ...SHIFTED, slopePerMs: 0.4, footReference: 'standing' },
  {
    id: 'ankleDorsiflexionPeak',
    ...INTERLAB,
    ...at25(22.74, 2.82),
    ...SHIFTED,
    slopePerMs: 0.6,
    footReference: 'standing',
  },
  {
    id: 'anklePlantarflexionPeak',
    ...INTERLAB,
    ...at25(-17.75, 5.6),
    ...SHIFTED,
    slopePerMs: -3.9,
    footReference: 'standing',
  },
  { id: 'thighAtContact', ...SEGMENTS, ...at25(18.69, 3.6), ...NEAR_2_5 },
  { id: 'thighExtensionPeak', ...SEGMENTS, ...at25(-20.46, 2.97), ...SHIFTED, slopePerMs: -4.1 },
  { id: 'thighFlexionPeak', ...SEGMENTS, ...at25(29.32, 3.55), ...SHIFTED, slopePerMs: 8.8 },
  { id: 'shankAngleAtContact', ...SEGMENTS, ...at25(7.21, 2.21), ...NEAR_2_5 },
  { id: 'footAngleAtContact', ...SEGMENTS, ...at25(10.48, 5.75), ...NEAR_2_5, footReference: 'standing' },
  // The same curve counted from 25–40 % of contact, where it lies 2.8° below standing.
  { id: 'footAngleAtContact', ...SEGMENTS, ...at25(13.3, 5.75), ...NEAR_2_5, footReference: 'mid-stance' },
  { id: 'pelvicDrop', ...SEGMENTS, ...at25(4.43, 1.8), ...NEAR_2_5 },
  {
    id: 'cadence',
    gait: 'run',
    points: [
      { speedMs: 2.5, mean: 162, sd: 9 },
      { speedMs: 3.5, mean: 171, sd: 9 },
      { speedMs: 4.5, mean: 183, sd: 9 },
    ],
    slopePerMs: null,
    fromMs: 2.25,
    toMs: 4.5,
    population: '28 runners on a treadmill (means); scatter of 860 runners at 2.75 m/s',
    source: 'Fukuchi 2017, PeerJ 5:e3298 (means); Malisoux 2023, 10.1177/23259671231204629 (scatter)',
    provisional: true,
  },
  {
    id: 'verticalOscillation',
    gait: 'run',
    points: [{ speedMs: 2.75, mean: 0.077, sd: 0.012 }],
    slopePerMs: null,
    fromMs: 2.5,
    toMs: 3,
    population: '860 runners at their preferred 2.75 m/s, centre of mass from force',
    source: 'Malisoux 2023, 10.1177/23259671231204629',
    provisional: true,
  },
];

/** Overground walking of Fukuchi 2018 at three speeds. */
const WALKERS = {
  gait: 'walk',
  slopePerMs: null,
  fromMs: 0.94,
  toMs: 1.5,
  population: '19–39 adults walking over ground at 0.94, 1.24 and 1.50 m/s',
  source: 'Fukuchi 2018 (CC BY 4.0), as processed by antsal06/openacl',
  provisional: true,
} as const;

const threeSpeeds = (slow: readonly number[], usual: readonly number[], fast: readonly number[]) => ({
  points: [
    { speedMs: 0.94, mean: slow[0]!, sd: slow[1]! },
    { speedMs: 1.24, mean: usual[0]!, sd: usual[1]! },
    { speedMs: 1.5, mean: fast[0]!, sd: fast[1]! },
  ],
});

const WALKING: readonly NormSource[] = [
  { id: 'stancePct', ...WALKERS, ...threeSpeeds([61.8, 0.9], [60.3, 1.1], [59.1, 1.2]) },
  { id: 'doubleSupportPct', ...WALKERS, ...threeSpeeds([23.7, 1.8], [20.4, 1.9], [17.9, 1.9]) },
  { id: 'kneeFlexionPeakSwing', ...WALKERS, ...threeSpeeds([57.9, 4.5], [61.7, 4.0], [64.0, 4.2]) },
  {
    id: 'cadence',
    gait: 'walk',
    points: [
      { speedMs: 0.5, mean: 78, sd: 9.5 },
      { speedMs: 0.7, mean: 91.6, sd: 9.1 },
      { speedMs: 0.9, mean: 102.6, sd: 7.7 },
      { speedMs: 1.1, mean: 112.9, sd: 7 },
      { speedMs: 1.3, mean: 121.4, sd: 7.3 },
      { speedMs: 1.5, mean: 128.5, sd: 8.2 },
      { speedMs: 1.7, mean: 134.7, sd: 9.1 },
    ],
    slopePerMs: null,
    fromMs: 0.5,
    toMs: 1.7,
    population: '43 adults, 258 trials at 0.4–1.8 m/s',
    source: 'open walking data of 43 adults (MIT), binned by speed',
    provisional: false,
  },
];

/** Every band there is. */
export const NORM_SOURCES: readonly NormSource[] = [...RUNNING, ...WALKING];
