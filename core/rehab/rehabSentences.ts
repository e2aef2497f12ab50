// The return to running in sentences: what a criterion asks for, what a stage is, where the plan stands and why.

import { displayUnit, fill, formatNumber } from '../report/formatNumber.ts';
import type { ReportText } from '../report/reportText.ts';
import type { SessionPurpose } from './baseline.ts';
import type { Criterion } from './criteria.ts';
import { SOURCES, type SourceName } from './evidence.ts';
import type { FilmingCard, FilmToTake } from './filmingCard.ts';
import type { GaitSymmetry } from './gaitSymmetry.ts';
import type { JudgedCriterion } from './judgeCriterion.ts';
import type { PainRule } from './painRules.ts';
import { REHAB_TEXT, type RehabText } from './rehabText.ts';
import { RETURN_TESTS } from './testCatalogue.ts';
import type { PlanStep } from './walkRunSteps.ts';
import { SPEED_STAGE, type StagePlan, stageMinutes } from './walkRunTemplate.ts';

/** What a criterion asks for, e.g. `Heel raises on one leg: ≥ 30 repetitions`. */
export function criterionWords(criterion: Criterion, text: RehabText = REHAB_TEXT): string {
  const { test, measure, must, limit, mostPain } = criterion;
  const places = { test: text.tests[test].label, must, limit: limit ?? '', unit: RETURN_TESTS[test].unit };
  const what = fill(text.criterion.must[measure], places);
  return mostPain === null ? what : fill(text.criterion.andPain, { what, pain: mostPain });
}

/** How a criterion stands: the verdict, then whatever qualifies it; one sentence each. */
export function verdictSentences(
  judged: JudgedCriterion,
  weeksAgo: number,
  text: RehabText = REHAB_TEXT,
): readonly string[] {
  const { verdict, reason, failedByPain, pain, isOld, symmetry, criterion } = judged;
  const { verdicts, reasons, ...words } = text.criterion;
  const daysApart = symmetry.daysApart ?? 0;
  const isCompared = ['lsi', 'apartPct', 'difference'].includes(criterion.measure);
  return [
    `${verdicts[verdict]}.`,
    reason === null ? '' : reasons[reason],
    failedByPain ? fill(words.failedByPain, { pain: pain ?? '', limit: criterion.mostPain ?? '' }) : '',
    isOld ? fill(words.old, { weeks: weeksAgo }) : '',
    isCompared && daysApart > 0 ? fill(words.daysApart, { days: daysApart }) : '',
  ].filter((sentence) => sentence !== '');
}

/** A source with what kind of knowledge it is and whether it was read; our own judgement is called that and nothing more. */
export function sourceWords(name: SourceName, text: RehabText = REHAB_TEXT): string {
  const { cite, grade, checked } = SOURCES[name];
  if (grade === 'ours') return cite.replace(/^ours/, text.evidence.ours);
  return fill(text.source, { cite, grade: text.evidence[grade], checked: text.checked[checked] });
}

/** What is done in a stage, e.g. `Run 1 min, walk 4 min, 6 times (30 min)`. */
export function stageWords(stage: StagePlan, text: RehabText = REHAB_TEXT): string {
  const { stage: words } = text.plan;
  const duration = (s: number) =>
    s % 60 === 0 ? fill(words.minutes, { min: s / 60 }) : fill(words.seconds, { s: Math.round(s) });
  const { walkS, runS, repeats } = stage;
  const places = { walk: duration(walkS), run: duration(runS), repeats, all: duration(60 * stageMinutes(stage).all) };
  if (walkS > 0 && runS > 0) return fill(words.turns, places);
  const isSpeed = stage.stage === SPEED_STAGE && walkS === 0;
  const what = fill(walkS > 0 ? words.walk : isSpeed ? words.speed : words.run, places);
  return repeats > 1 ? fill(words.many, { what, repeats }) : what;
}

/** Where the plan stands and why, in sentences; the first is the advice, the second its reason. */
export function planSentences(
  step: PlanStep,
  rule: PainRule,
  report: ReportText,
  text: RehabText = REHAB_TEXT,
): readonly string[] {
  const { plan } = text;
  const measures = (list: readonly GaitSymmetry[]) => list.map(({ id }) => report.parameters[id].plain).join(', ');
  const places = {
    current: step.current?.stage ?? '',
    next: step.next?.stage ?? '',
    date: step.lastRun?.day.date ?? '',
    pain: step.lastRun?.pain ?? '',
    well: rule.wellUpTo,
    back: rule.backAbove,
    done: step.wellInARow,
    wanted: step.wanted,
    measures: measures(step.uneven),
  };
  const isStuck = step.advice === 'step-back' && step.next?.stage === step.current?.stage;
  return [
    fill(plan.advice[isStuck ? 'repeat' : step.advice], places),
    fill(plan.reasons[step.reason], places),
    isStuck ? plan.clinician : '',
    step.untested.length > 0 ? fill(plan.untested, { measures: measures(step.untested) }) : '',
    step.notBefore !== null && step.next !== null ? fill(plan.rest, { date: step.notBefore }) : '',
  ].filter((sentence) => sentence !== '');
}

/** What a criterion of the gait asks for. */
export function gaitWords({ id, unit, limit }: GaitSymmetry, text: RehabText = REHAB_TEXT): string {
  const shown = displayUnit(id, unit);
  const size = `${formatNumber(limit * shown.factor, 0)}${shown.suffix}`;
  return fill(id === 'contactTime' ? text.gait.contactTime : text.gait.thighExtensionPeak, { limit: size });
}

/** The filming card as it is printed. */
export interface FilmingCardWords {
  readonly title: string;
  readonly films: readonly string[];
  /** Shoes, warm-up, how long it takes; then how to place the camera. */
  readonly notes: readonly string[];
}

/**
 * The filming card in words.
 * @param speedWords writes a belt speed with its unit, as the clinic likes it
 */
export function filmingCardWords(
  card: FilmingCard,
  speedWords: (speedMs: number) => string,
  text: RehabText = REHAB_TEXT,
): FilmingCardWords {
  const { filming } = text;
  const warmUp = card.warmUpMin > 0;
  const title: Readonly<Record<SessionPurpose, string>> = filming.title;
  return {
    title: title[card.purpose],
    films: card.films.map((film, i) => filmWords(film, i + 1, speedWords, text)),
    notes: [
      card.isLikeBaseline ? filming.like : '',
      card.footwear === '' ? filming.anyShoes : fill(filming.shoes, { shoes: card.footwear }),
      warmUp ? fill(filming.warmUp, { min: card.warmUpMin }) : '',
      fill(filming.minutes, { min: card.minutes, warmUp: warmUp ? filming.warmUpOnTop : '' }),
      ...filming.tips,
    ].filter((note) => note !== ''),
  };
}

function filmWords(
  film: FilmToTake,
  n: number,
  speedWords: (speedMs: number) => string,
  { filming }: RehabText,
): string {
  const { speedMs, inclinePct, standS } = film;
  return fill(filming.film, {
    n,
    gait: filming.gait[film.gait],
    view: filming.view[film.view],
    speed: speedMs === null ? filming.ownSpeed : fill(filming.speed, { speed: speedWords(speedMs) }),
    incline: inclinePct === 0 ? '' : fill(filming.incline, { incline: inclinePct }),
    seconds: film.seconds,
    stand: standS === 0 ? '' : fill(filming.stand, { seconds: standS }),
    condition: film.condition === 'tired' ? filming.tired : '',
  });
}
