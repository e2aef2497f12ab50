// Are the stated ± true? Every value from video against the same value from the true landmarks, in standard errors and in its own unit.

import { analyze } from '../../core/analyze.ts';
import type { Parameter, ParameterId, Side, TrialResult } from '../../core/types.ts';
import { looped } from '../support/analysed.ts';
import { truthPose } from '../support/rendered.ts';
import type { Claim, Figures, Section } from './claims.ts';
import type { JudgedFilm } from './renderedFilm.ts';

/** A stated standard error is honest when 95 % of the values lie within two of it; with some 250 values a few per cent are chance. */
const WITHIN_TWO = 0.9;
/** And it is not padded when a typical error is not much smaller than stated. */
const LEAST_RMS = 0.4;

/** One variable of one leg in one film. */
interface Error {
  readonly id: ParameterId;
  readonly leg: 'near' | 'far' | 'body';
  readonly error: number;
  readonly sigma: number;
}

/** The stated uncertainty, over all side views. */
export function statedErrors(films: readonly JudgedFilm[]): Section {
  const errors = films.map(errorsOf);
  const all = errors.flat().filter(({ sigma }) => sigma > 0);
  const within = (k: number) => all.filter(({ error, sigma }) => Math.abs(error) <= k * sigma).length / all.length;
  const inSigmas = rms(all.map(({ error, sigma }) => error / sigma));
  const claims: Claim[] = [
    {
      what: `values within two of their stated standard errors, of ${all.length}`,
      asked: `≥ ${100 * WITHIN_TWO} %`,
      measured: percent(within(2)),
      isMet: within(2) >= WITHIN_TWO,
      kind: 'bar',
    },
    {
      what: 'values within two of the root mean square that the other films show',
      asked: `≥ ${100 * WITHIN_TWO} %`,
      measured: percent(heldOut(errors)),
      isMet: heldOut(errors) >= WITHIN_TWO,
      kind: 'aim',
    },
    {
      what: 'errors in stated standard errors, root mean square',
      asked: `${LEAST_RMS}–1.2`,
      measured: inSigmas.toFixed(2),
      isMet: inSigmas >= LEAST_RMS && inSigmas <= 1.2,
      kind: 'bar',
    },
  ];
  return {
    title: 'The stated ±, from video, on rendered people',
    about:
      'Every value measured from video against the value that the same analysis finds with the true landmarks. Clips with fewer than five strides a leg are played four times over.',
    claims,
    figures: [byVariable(errors)],
  };
}

/** Whether the errors of one film can be foretold from the others', film by film. */
function heldOut(errors: readonly (readonly Error[])[]): number {
  const hits = errors.flatMap((film, k) => {
    const others = errors.filter((_, other) => other !== k).flat();
    return film.flatMap(({ id, leg, error }) => {
      const known = others.filter((one) => one.id === id && one.leg === leg);
      return known.length < 3 ? [] : [Math.abs(error) <= 2 * rms(known.map((one) => one.error))];
    });
  });
  return hits.filter(Boolean).length / hits.length;
}

function byVariable(errors: readonly (readonly Error[])[]): Figures {
  const ids = [...new Set(errors.flat().map(({ id }) => id))];
  const row = (id: ParameterId): string[] => {
    const of = (leg: Error['leg']) => errors.flat().filter((one) => one.id === id && one.leg === leg);
    const differences = errors.flatMap((film) => {
      const [near, far] = (['near', 'far'] as const).map((leg) => film.find((one) => one.id === id && one.leg === leg));
      return near && far ? [near.error - far.error] : [];
    });
    const cell = (list: readonly Error[]) =>
      list.length === 0
        ? ''
        : `${figure(rms(list.map(({ error }) => error)))} (${figure(rms(list.map(({ sigma }) => sigma)))})`;
    return [
      id,
      cell(of('near')),
      cell(of('far')),
      cell(of('body')),
      differences.length > 0 ? figure(rms(differences)) : '',
    ];
  };
  return {
    title: 'Root mean square error (stated standard error), in the unit of the variable',
    head: ['variable', 'near leg', 'far leg', 'body', 'near − far'],
    rows: ids.map(row),
  };
}

function errorsOf({ truth, pose }: JudgedFilm): readonly Error[] {
  const options = { speedMs: truth.speed_mps, inclinePct: 0 };
  const isShort = analyze(pose, options).asymmetry.every((row) => row.verdict === 'not-measurable');
  const measured = (one: typeof pose): TrialResult => analyze(isShort ? looped(one, truth) : one, options);
  const [film, real] = [measured(pose), measured(truthPose(truth))];
  const nearSide: Side = truth.view === 'left' ? 'left' : 'right';
  return film.parameters.flatMap((parameter): Error[] => {
    const twin = real.parameters.find((p) => p.id === parameter.id && p.side === parameter.side);
    const error = differenceFrom(parameter, twin);
    if (error === null || parameter.sigma === null) return [];
    const leg = parameter.side === null ? 'body' : parameter.side === nearSide ? 'near' : 'far';
    return [{ id: parameter.id, leg, error, sigma: parameter.sigma }];
  });
}

function differenceFrom({ value }: Parameter, twin: Parameter | undefined): number | null {
  return value === null || twin === undefined || twin.value === null ? null : value - twin.value;
}

function rms(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** Three figures that matter, whatever the unit. */
function figure(value: number): string {
  return value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toFixed(4);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
