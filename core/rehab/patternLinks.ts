// Which measured variables the literature links with a complaint, which way, and on what word. Links, not causes: nearly all come from
// comparing people who already hurt with people who do not.

import type { ParameterId } from '../types.ts';
import type { BodyRegion } from './bodyRegions.ts';
import type { SourceName } from './evidence.ts';

export const COMPLAINTS = ['calfAchilles', 'hamstring', 'frontOfKnee', 'shin', 'hip'] as const;

/** A complaint for which there is something to look at. */
export type Complaint = (typeof COMPLAINTS)[number];

export interface PatternLink {
  readonly id: ParameterId;
  /** Which way the stored value goes in those who hurt; signs as in result-schema.md, so plantarflexion that lessens goes up. */
  readonly goes: 'up' | 'down';
  /** Of the injured leg, of the other one, or of the whole body. */
  readonly of: 'injured' | 'other' | 'body';
  readonly sources: readonly SourceName[];
}

const link = (
  id: ParameterId,
  goes: PatternLink['goes'],
  sources: readonly SourceName[],
  of: PatternLink['of'] = 'injured',
): PatternLink => ({ id, goes, of, sources });

/** Bramah 2018 found these alike in four complaints of runners: front and outside of the knee, shin, Achilles tendon. */
const COMMON: readonly PatternLink[] = [
  link('pelvicDrop', 'up', ['bramah2018']),
  link('trunkLean', 'up', ['bramah2018'], 'body'),
  link('kneeFlexionAtContact', 'down', ['bramah2018']),
  link('ankleAtContact', 'up', ['bramah2018']),
];

/** Source: measurement.md §7, and the papers named. */
export const PATTERN_LINKS: Readonly<Record<Complaint, readonly PatternLink[]>> = {
  calfAchilles: [
    link('contactTime', 'down', ['protectsItself']),
    link('ankleDorsiflexionPeak', 'down', ['protectsItself', 'munteanu2011']),
    link('anklePlantarflexionPeak', 'up', ['protectsItself']),
    link('footAngleAtContact', 'up', ['protectsItself']),
    link('flightTime', 'down', ['protectsItself']),
    link('verticalOscillation', 'down', ['protectsItself'], 'body'),
    link('kneeFlexionPeakStance', 'down', ['munteanu2011', 'sancho2019']),
    ...COMMON,
  ],
  hamstring: [
    link('thighFlexionPeak', 'down', ['daly2016', 'protectsItself']),
    link('hipFlexionPeak', 'down', ['daly2016', 'protectsItself']),
    link('kneeFlexionAtContact', 'up', ['protectsItself']),
    link('stepLength', 'down', ['protectsItself']),
    link('trunkLean', 'down', ['sugimoto2019'], 'body'),
  ],
  frontOfKnee: [
    link('overstride', 'up', ['willson2014']),
    link('stepLength', 'up', ['willson2014']),
    link('cadence', 'down', ['willson2014'], 'body'),
    link('hipFlexionPeak', 'down', ['neal2016']),
    link('kneeFlexionPeakStance', 'down', ['protectsItself']),
    link('pelvicDrop', 'up', ['neal2016', 'bramah2018']),
    ...COMMON.filter(({ id }) => id !== 'pelvicDrop'),
  ],
  shin: [
    link('cadence', 'down', ['luedke2016'], 'body'),
    link('kneeFlexionPeakStance', 'down', ['loudon2012']),
    link('pelvicDrop', 'up', ['loudon2012', 'bramah2018']),
    ...COMMON.filter(({ id }) => id !== 'pelvicDrop'),
  ],
  hip: [
    link('thighExtensionPeak', 'up', ['schache2000']),
    link('stepLength', 'down', ['schache2000'], 'other'),
    link('pelvicDrop', 'up', ['allison2016']),
    link('lateralTrunkLean', 'up', ['protectsItself']),
  ],
};

const OF_REGION: Partial<Readonly<Record<BodyRegion, Complaint>>> = {
  calf: 'calfAchilles',
  achilles: 'calfAchilles',
  hamstring: 'hamstring',
  frontOfKnee: 'frontOfKnee',
  shin: 'shin',
  hip: 'hip',
  groin: 'hip',
};

/** The complaint of a region. @returns null where the literature gives nothing to look at */
export function complaintOf(region: BodyRegion): Complaint | null {
  return OF_REGION[region] ?? null;
}
