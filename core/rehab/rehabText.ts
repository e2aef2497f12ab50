// Every word of the return to running in one place, so that it can be translated; `{places}` are filled in by the models.

import { EXERCISE_TEXT } from '../exercises/exerciseText.ts';
import type { SessionPurpose } from './baseline.ts';
import type { BodyRegion, Tissue } from './bodyRegions.ts';
import type { EvidenceGrade, Source } from './evidence.ts';
import type { CriterionVerdict, NotTestedReason } from './judgeCriterion.ts';
import { PATTERN_TEXT } from './patternText.ts';
import { PLAN_TEXT } from './planText.ts';
import { TEST_TEXT } from './testText.ts';

const regions: Readonly<Record<BodyRegion, string>> = {
  foot: 'Foot',
  ankle: 'Ankle',
  achilles: 'Achilles tendon',
  calf: 'Calf',
  shin: 'Shin',
  knee: 'Knee',
  frontOfKnee: 'Front of the knee',
  outerKnee: 'Outside of the knee',
  frontOfThigh: 'Front of the thigh',
  hamstring: 'Hamstring',
  groin: 'Groin',
  hip: 'Hip',
  lowerBack: 'Lower back',
  other: 'Elsewhere',
};

const tissues: Readonly<Record<Tissue, string>> = {
  muscle: 'muscle',
  tendon: 'tendon',
  joint: 'joint',
  bone: 'bone',
};

/** What a threshold rests on, as a physio would say it. */
const evidence: Readonly<Record<EvidenceGrade, string>> = {
  trial: 'Was the rule of a controlled trial',
  cohort: 'People were followed',
  'case-control': 'People with and without the complaint were compared',
  reliability: 'How well the test repeats itself',
  norm: 'What healthy people reach',
  review: 'Gathered from what papers use',
  consensus: 'Consensus of experts',
  clinical: 'Custom of clinics',
  ours: 'Our own judgement',
};

const checked: Readonly<Record<Source['checked'], string>> = {
  read: 'source looked up',
  memory: 'quoted from memory, to be looked up',
};

const verdicts: Readonly<Record<CriterionVerdict, string>> = {
  met: 'Criterion met',
  'not-met': 'Criterion not met',
  'not-tested': 'Not tested',
};

const reasons: Readonly<Record<NotTestedReason, string>> = {
  'no-test': 'This test has not been entered.',
  'side-missing': 'One side is missing; both are needed.',
  'no-healthy-side': 'No side, or both, are noted as involved: there is no other leg to compare with.',
  'units-differ': 'The two sides were entered in different units.',
  'healthy-side-zero': 'The other side is 0, of which there is no share.',
  'pain-not-asked': 'Pain during the test was not noted.',
  'other-unit': 'It was entered in another unit than the criterion’s.',
};

const purposes: Readonly<Record<SessionPurpose, string>> = {
  baseline: 'Baseline',
  checkIn: 'Check-in',
  rehab: 'Rehab',
  return: 'Return to running',
};

/** English. A translation is another value of {@link RehabText}. */
export const REHAB_TEXT = {
  regions,
  tissues,
  purposes,
  side: { left: 'left', right: 'right', both: 'both sides', none: '' },
  place: '{region}, {side}',
  evidence,
  checked,
  source: '{cite} ({grade}; {checked})',
  tests: TEST_TEXT,
  testError: 'Repeats itself within ± {value} {unit} ({cite}); a smaller change says nothing.',
  entered: {
    passed: 'passed',
    notPassed: 'not passed',
    pain: '{pain} of 10',
    withPain: 'pain {pain} of 10',
    lsi: 'Involved leg at {pct} % of the other one.',
    difference: 'Involved leg {difference} {unit} against the other one.',
  },
  criterion: {
    verdicts,
    reasons,
    step: { start: 'Before the first run', full: 'Before all training is back' },
    /** What must be; `{side}` is filled in only where one leg is meant. */
    must: {
      value: '{test}: {must} {limit} {unit}',
      pain: '{test}: pain {must} {limit} of 10',
      passed: '{test}: passed',
      lsi: '{test}: involved leg {must} {limit} % of the other one',
      apartPct: '{test}: legs apart by {must} {limit} %',
      difference: '{test}: legs apart by {must} {limit} {unit}',
    },
    andPain: '{what}, pain at most {pain} of 10',
    failedByPain: 'The number is reached; the pain of {pain} is above {limit}.',
    old: 'Tested {weeks} weeks ago.',
    daysApart: 'Left and right were tested {days} days apart.',
  },
  gait: {
    contactTime: 'Contact time, left against right: within {limit}',
    thighExtensionPeak: 'Thigh behind the body, left against right: within {limit}',
    'not-filmed': 'Not filmed.',
    'not-measurable': 'The film does not show it.',
    difference: 'Right − left {difference}; {threshold} would be beyond the error',
    'within-error': 'The difference is over the limit and within the measurement error: it cannot be told.',
  },
  readiness: {
    title: 'Return to running: where things stand',
    day: 'Day {day} since onset',
    noOnset: 'Day of onset not noted',
    note: 'Each line stands by itself. They are not added up, and together they are no permission to run: that is for clinician and runner to decide.',
    changes: 'Changes since the baseline beyond the measurement error',
    changeColumns: ['Measure', 'Leg', 'Baseline', 'Now', 'Difference'],
    legs: 'Left against right in the last film',
    pain: 'Pain at the visits',
    plan: 'Walk–run plan',
    tests: 'Tests',
    testColumns: ['Test', 'Left', 'Right', 'Both legs'],
    about: '{injury}. {day}; {tissue} is taken to bear the load.',
    place: 'The same place before',
    dayUnknown: 'a day that is not noted',
    noChanges: 'No change since the baseline beyond the measurement error.',
    'not-filmed': 'There is no film of this visit, or none of a baseline.',
    'not-comparable': 'The films cannot be compared; the comparison says why.',
  },
  baseline: {
    'before-onset': 'Baseline of {date}, from before it began to hurt.',
    marked: 'Baseline of {date}, which is not from before this injury.',
    first: 'No visit is called a baseline: compared with the first visit, {date}.',
    none: 'There is no earlier visit to compare with.',
  },
  bodyMap: {
    recurrence: 'The same place again, {days} days after it was over.',
    recurrenceNoDays: 'The same place again.',
    'while-open': 'Noted again before it was over.',
    unclear: 'The same place; a day is missing.',
    kind: { injury: 'injury', niggle: 'niggle' },
    pain: { before: 'before', during: 'during', after: 'after', nextDay: 'next morning' },
  },
  filming: {
    title: {
      baseline: 'Filming card: baseline',
      checkIn: 'Filming card: check-in',
      rehab: 'Filming card: rehab',
      return: 'Filming card: return',
    },
    film: '{n}. {gait} from {view}{speed}{incline}, {seconds} s{stand}{condition}',
    gait: { walk: 'Walk', run: 'Run' },
    view: { left: 'the left', right: 'the right', posterior: 'behind' },
    speed: ' at {speed}',
    ownSpeed: ' at an easy speed, written down: ______',
    incline: ', slope {incline} %',
    stand: ', after standing still for {seconds} s',
    tired: ', tired: at the end of the run',
    warmUp: 'Run easily for {min} min first.',
    shoes: 'Shoes: {shoes}.',
    anyShoes: 'Shoes, written down: ______',
    like: 'As at the baseline: nothing else compares.',
    minutes: 'Takes about {min} min{warmUp}.',
    warmUpOnTop: ', after the warm-up',
    tips: [
      'Camera on a tripod, upright or level, at hip height, square to the treadmill; 60 pictures per second or more.',
      'The whole body in the picture with the shoes, nobody else, light from the camera’s side, tight clothes.',
      'From behind: level with the pelvis, in the middle of the belt.',
    ],
  },
  plan: PLAN_TEXT,
  diary: PLAN_TEXT.diary,
  patterns: PATTERN_TEXT,
  exercises: EXERCISE_TEXT,
};

export type RehabText = typeof REHAB_TEXT;
