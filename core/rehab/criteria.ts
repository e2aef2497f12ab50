// What a clinic may want to see before running is begun, or before all of it is back: each criterion with its threshold, its source and
// how sure that is. None of them foretells anything; most are what experts agreed on.

import type { BodyRegion, Tissue } from './bodyRegions.ts';
import type { SourceName } from './evidence.ts';
import type { ReturnTestId } from './testCatalogue.ts';

/** Asked for before the first run, or before training is what it was. */
export type CriterionStep = 'start' | 'full';

/** What is looked at. Shares in %, pain 0–10, differences and values in the test's unit. */
export type CriterionMeasure =
  /** Of the injured leg; of both when none or both are injured. */
  | 'value'
  | 'pain'
  | 'passed'
  /** Limb symmetry index: 100 = as good as the healthy leg. */
  | 'lsi'
  /** How far both legs differ, whichever is better. */
  | 'apartPct'
  | 'difference';

export interface Criterion {
  readonly id: string;
  readonly step: CriterionStep;
  /** Null = wherever it hurts. */
  readonly regions: readonly BodyRegion[] | null;
  /** Null = whatever bears the load. */
  readonly tissues: readonly Tissue[] | null;
  readonly test: ReturnTestId;
  readonly measure: CriterionMeasure;
  readonly must: '≥' | '>' | '≤' | '<' | 'passed';
  /** Null with `passed`. */
  readonly limit: number | null;
  /** Pain during the test may not be higher; null = not asked. */
  readonly mostPain: number | null;
  /** The threshold's own source first; then what speaks for or against it. */
  readonly sources: readonly SourceName[];
}

type Where = Partial<Pick<Criterion, 'regions' | 'tissues' | 'mostPain'>>;

function criterion(
  id: string,
  step: CriterionStep,
  test: ReturnTestId,
  [measure, must, limit]: readonly [CriterionMeasure, Criterion['must'], number | null],
  sources: readonly SourceName[],
  where: Where = {},
): Criterion {
  return { id, step, test, measure, must, limit, sources, regions: null, tissues: null, mostPain: null, ...where };
}

const SOFT: readonly Tissue[] = ['muscle', 'tendon', 'joint'];
const BONE: readonly Tissue[] = ['bone'];
const CALF: readonly BodyRegion[] = ['calf'];
const HEEL_CORD: readonly BodyRegion[] = ['achilles', 'foot', 'ankle'];
const KNEE: readonly BodyRegion[] = ['knee'];
const FRONT_OF_KNEE: readonly BodyRegion[] = ['frontOfKnee', 'outerKnee', 'frontOfThigh'];
const HAMSTRING: readonly BodyRegion[] = ['hamstring'];
const HIP: readonly BodyRegion[] = ['hip', 'groin', 'lowerBack'];
const LOWER_LEG: readonly BodyRegion[] = ['calf', 'achilles', 'shin', 'foot', 'ankle'];

/** For every region: load that hurts no more than 2 of 10, and for bone not at all. */
const GENERAL: readonly Criterion[] = [
  criterion('walk', 'start', 'walk30', ['pain', '≤', 2], ['nextGen', 'rambaud2018'], { tissues: SOFT }),
  criterion('walkBone', 'start', 'walk30', ['pain', '≤', 0], ['george2024', 'nextGen'], { tissues: BONE }),
  criterion('stance', 'start', 'singleLegStance', ['value', '≥', 10], ['nextGen', 'springer2007'], { mostPain: 2 }),
  criterion('squat', 'start', 'singleLegSquat', ['value', '≥', 10], ['nextGen', 'ours'], { mostPain: 2 }),
  criterion('hopping', 'start', 'hopInPlace', ['value', '≥', 10], ['nextGen', 'warden2014'], {
    mostPain: 2,
    tissues: SOFT,
  }),
  criterion('hoppingBone', 'start', 'hopInPlace', ['value', '≥', 10], ['george2024', 'nextGen'], {
    mostPain: 0,
    tissues: BONE,
  }),
];

const OF_THE_CALF: readonly Criterion[] = [
  criterion('calfPalpation', 'full', 'palpation', ['pain', '≤', 0], ['green2022'], { regions: CALF }),
  criterion('calfRaises', 'full', 'heelRaise', ['value', '≥', 30], ['green2022', 'hebertLosier2017'], {
    regions: CALF,
  }),
  criterion('calfRaiseSides', 'full', 'heelRaise', ['apartPct', '≤', 10], ['green2022', 'hebertLosier2017'], {
    regions: CALF,
  }),
  criterion('calfKneeToWall', 'full', 'kneeToWall', ['apartPct', '≤', 10], ['green2022'], { regions: CALF }),
  criterion('calfStraight', 'full', 'calfLoadStraight', ['value', '≥', 1], ['green2022'], { regions: CALF }),
  criterion('calfBent', 'full', 'calfLoadBent', ['value', '≥', 1.5], ['green2022'], { regions: CALF }),
  criterion('calfHop', 'full', 'hopDistance', ['apartPct', '≤', 10], ['green2022'], { regions: CALF }),
  criterion('cordLoading', 'start', 'heelRaise', ['pain', '≤', 5], ['silbernagel2007'], { regions: ['achilles'] }),
  criterion('cordRaiseSides', 'full', 'heelRaise', ['lsi', '≥', 90], ['ours', 'hebertLosier2017'], {
    regions: HEEL_CORD,
  }),
  criterion('cordKneeToWall', 'full', 'kneeToWall', ['apartPct', '≤', 10], ['ours'], { regions: HEEL_CORD }),
  criterion('cordHop', 'full', 'hopDistance', ['lsi', '≥', 90], ['ours', 'davies2020'], { regions: HEEL_CORD }),
  criterion('plantarflexion', 'full', 'plantarflexionStrength', ['lsi', '≥', 90], ['ours'], { regions: LOWER_LEG }),
];

const OF_THE_SHIN: readonly Criterion[] = [
  criterion('bonePalpation', 'start', 'palpation', ['pain', '≤', 0], ['george2024'], { tissues: BONE }),
];

const OF_THE_HAMSTRING: readonly Criterion[] = [
  criterion('hamstringPalpation', 'full', 'palpation', ['pain', '≤', 0], ['vanDerHorst2017'], { regions: HAMSTRING }),
  criterion('hamstringStrength', 'full', 'kneeFlexionStrength', ['lsi', '≥', 90], ['ours', 'zambaldi2017'], {
    regions: HAMSTRING,
    mostPain: 0,
  }),
  criterion('hamstringLength', 'full', 'straightLegRaise', ['lsi', '≥', 90], ['ours', 'vanDerHorst2017'], {
    regions: HAMSTRING,
    mostPain: 0,
  }),
  criterion('hTest', 'full', 'hTest', ['passed', 'passed', null], ['askling2010', 'vanDerHorst2017'], {
    regions: HAMSTRING,
  }),
];

const OF_THE_KNEE: readonly Criterion[] = [
  criterion('kneePain', 'start', 'walk30', ['pain', '<', 2], ['rambaud2018'], { regions: KNEE }),
  criterion('kneeStraight', 'start', 'kneeFullExtension', ['passed', 'passed', null], ['rambaud2018'], {
    regions: KNEE,
  }),
  criterion('kneeBend', 'start', 'kneeFlexionRange', ['lsi', '≥', 95], ['rambaud2018'], { regions: KNEE }),
  criterion('kneeSwelling', 'start', 'kneeEffusion', ['passed', 'passed', null], ['rambaud2018'], { regions: KNEE }),
  criterion('kneeExtensors', 'start', 'kneeExtensionStrength', ['lsi', '>', 70], ['rambaud2018'], { regions: KNEE }),
  criterion('kneeFlexors', 'start', 'kneeFlexionStrength', ['lsi', '>', 70], ['rambaud2018'], { regions: KNEE }),
  criterion('kneeHop', 'start', 'hopDistance', ['lsi', '>', 70], ['rambaud2018'], { regions: KNEE }),
  ...(['hopDistance', 'tripleHop', 'crossoverHop', 'timedHop'] as const).map((test) =>
    criterion(`${test}Sport`, 'full', test, ['lsi', '≥', 90], ['grindem2016', 'kyritsis2016', 'davies2020'], {
      regions: KNEE,
    }),
  ),
  criterion('extensorsSport', 'full', 'kneeExtensionStrength', ['lsi', '≥', 90], ['grindem2016', 'kyritsis2016'], {
    regions: KNEE,
  }),
  criterion('stepDown', 'start', 'stepDown', ['value', '≥', 10], ['ours', 'esculier2018'], {
    regions: [...FRONT_OF_KNEE, 'knee'],
    mostPain: 2,
  }),
  criterion('projection', 'full', 'squatProjectionAngle', ['difference', '<', 10], ['ours', 'gwynne2014'], {
    regions: [...FRONT_OF_KNEE, ...KNEE, ...HIP],
  }),
  criterion('frontExtensors', 'full', 'kneeExtensionStrength', ['lsi', '≥', 90], ['ours'], {
    regions: FRONT_OF_KNEE,
  }),
];

const OF_THE_HIP: readonly Criterion[] = [
  criterion('abductors', 'full', 'hipAbductionStrength', ['lsi', '≥', 90], ['ours'], {
    regions: [...HIP, ...FRONT_OF_KNEE],
  }),
];

const BALANCE: readonly Criterion[] = [
  criterion('reachSides', 'full', 'yBalanceAnterior', ['difference', '≤', 4], ['plisky2006'], {
    regions: [...KNEE, ...FRONT_OF_KNEE, ...HIP, 'ankle'],
  }),
  criterion('reach', 'full', 'yBalanceComposite', ['value', '≥', 94], ['plisky2006'], {
    regions: [...KNEE, ...FRONT_OF_KNEE, ...HIP, 'ankle'],
  }),
];

/** Every criterion, in the order it is listed. */
export const CRITERIA: readonly Criterion[] = [
  ...GENERAL,
  ...OF_THE_SHIN,
  ...OF_THE_CALF,
  ...OF_THE_HAMSTRING,
  ...OF_THE_KNEE,
  ...OF_THE_HIP,
  ...BALANCE,
];

/** The criteria for a place and what bears the load there: those before the first run first. */
export function criteriaFor(region: BodyRegion, tissue: Tissue): readonly Criterion[] {
  const own = CRITERIA.filter(
    ({ regions, tissues }) => (regions?.includes(region) ?? true) && (tissues?.includes(tissue) ?? true),
  );
  return [...own.filter(({ step }) => step === 'start'), ...own.filter(({ step }) => step === 'full')];
}
