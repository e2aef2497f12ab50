// The words of the walk–run plan and its diary; a part of REHAB_TEXT.

import type { PlanAdvice, PlanReason } from './walkRunSteps.ts';

const advice: Readonly<Record<PlanAdvice, string>> = {
  begin: 'Stage {current}: not begun.',
  again: 'Stay on stage {current}.',
  advance: 'By the rules of the plan, stage {next} is next.',
  repeat: 'By the rules of the plan, stage {current} is done again.',
  'step-back': 'By the rules of the plan, stage {next} is next: one step back.',
  ask: 'Stage {current}: an answer is missing.',
  hold: 'Stay on stage {current}.',
  finished: 'Every stage of the plan has been done.',
  'no-plan': 'There is no plan yet.',
};

const reasons: Readonly<Record<PlanReason, string>> = {
  limp: 'There was a limp on {date}.',
  'much-pain': 'Pain on {date} was {pain} of 10; above {back} it is a step back.',
  'worse-next-day': 'The morning after {date} hurt more than before the run.',
  'some-pain': 'Pain on {date} was {pain} of 10; up to {well} it would go on.',
  'cut-short': 'The run of {date} was cut short.',
  'no-pain-noted': 'Pain during the run of {date} is not noted.',
  'no-next-day': 'How the morning after {date} was is not noted.',
  settled: 'The run of {date} was borne well.',
  'first-run': 'No run of this stage is noted.',
  'runs-wanted': '{done} of {wanted} runs in a row were borne well.',
  'two-well': '{done} runs in a row were borne well and had settled next morning.',
  'uneven-gait': 'Pain would let it go on; left and right differ: {measures}.',
  'all-stages': 'What comes after is training, and for clinician and runner to agree on.',
  empty: 'Begin with the template and change what does not fit.',
};

/** English. */
export const PLAN_TEXT = {
  advice,
  reasons,
  rest: 'Next run not before {date}: a day without running between two runs.',
  untested: 'Not tested in the film: {measures}.',
  clinician: 'At the first stage, or back twice in a row: speak before the next run.',
  stage: {
    walk: 'Walk {walk}',
    run: 'Run {run} without a break',
    turns: 'Run {run}, walk {walk}, {repeats} times ({all})',
    speed: 'Run {run} with some faster stretches or hills; hills last',
    many: '{what}, {repeats} times',
    minutes: '{min} min',
    seconds: '{s} s',
  },
  oddities: {
    'less-running': 'Stage {stage} runs less than the one before it.',
    'big-step': 'Stage {stage} runs more than twice as long as the one before it.',
    nothing: 'Stage {stage} has nothing to do in it.',
  },
  diary: {
    title: 'Walk–run plan and diary',
    columns: ['Day', 'Pain before', 'During', 'After', 'Next morning', 'Notes (0 = no pain, 10 = worst)'],
    cutShort: 'cut short',
    rules: [
      'Leave {days} day free of running between two runs.',
      'Go on to the next stage after {wanted} runs in a row with pain of at most {well}, settled by the next morning.',
      'Pain above {well}, or a run cut short: do the stage again.',
      'Pain above {back}, a limp, or a worse next morning: go back one stage.',
      'Pain at rest or at night, swelling, or two steps back in a row: stop and call.',
    ],
    rulesWithoutPain: [
      'Leave {days} day free of running between two runs.',
      'Go on to the next stage after {wanted} runs in a row without any pain, then and the next morning.',
      'A run cut short without pain: do the stage again.',
      'Any pain, a limp, or a worse next morning: stop, and go back one stage.',
      'Pain at rest or at night, or pain twice in a row: stop and call.',
    ],
    note: 'The stages are what experts agree on; no trial has shown that others are worse. Your clinician may change them.',
  },
};
