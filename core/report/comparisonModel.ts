// The report of two films or two visits before it is drawn: everything that paper, screen and table show, in words and numbers.

import { type ComparisonKind, compareVisits, type VisitComparison } from '../compare/compareVisits.ts';
import type { Side } from '../types.ts';
import { textFor } from './clinicalText.ts';
import { type ComparedCurve, comparedCurves } from './comparisonCurves.ts';
import { type ComparisonLine, comparisonLines } from './comparisonRows.ts';
import {
  type Banner,
  bannerOf,
  type ChangeWords,
  type ComparedTile,
  changeWords,
  comparedTiles,
} from './comparisonSentences.ts';
import { type DriftLine, driftLines } from './driftLines.ts';
import { type FilmFacts, type FilmSheet, filmFacts, filmSheets } from './filmSheets.ts';
import { fill } from './formatNumber.ts';
import { type KeyFrameRow, keyFrameRows } from './keyFrames.ts';
import type { Reason } from './parameterRows.ts';
import { comparedFilm, type ReportFilm, type ReportVisit } from './reportFilm.ts';
import { REPORT_SETUP_DEFAULTS, type ReportSetup } from './reportSetup.ts';
import type { ReportText } from './reportText.ts';

/** What a report of two is made of. */
export interface ComparisonInput {
  readonly kind: ComparisonKind;
  readonly first: ReportVisit;
  /** For left against right the same visit as `first`. */
  readonly second: ReportVisit;
  /** What stands first and second; left out = the words of the kind. */
  readonly names?: readonly [string, string];
  /** All clips of one run, those between first and second too, with when they were filmed; left out = no drift is shown. */
  readonly run?: readonly RunClip[];
  /** Name or code of the client; null or left out when not stated. */
  readonly client?: string | null;
  /** Date as people write it (core has no clock); null or left out when not stated. */
  readonly madeOn?: string | null;
  readonly setup?: ReportSetup;
}

/** A clip of a run. */
export interface RunClip {
  readonly film: ReportFilm;
  /** Since the start of the run, minutes; null when nobody noted it: then the clips are counted. */
  readonly atMin: number | null;
}

/** The four pictures of one leg in one film. */
export interface ComparedStride extends KeyFrameRow {
  /** Number of the film in {@link ComparisonModel.films}. */
  readonly film: number;
  /** Size of the upright source picture, px. */
  readonly picture: { readonly widthPx: number; readonly heightPx: number };
}

/** Everything that is shown, already in words; nothing is computed after this. */
export interface ComparisonModel {
  readonly text: ReportText;
  readonly setup: ReportSetup;
  readonly kind: ComparisonKind;
  readonly title: string;
  readonly documentTitle: string;
  readonly client: string | null;
  readonly madeOn: string | null;
  /** What stands first and second, e.g. `Before` and `After`. */
  readonly names: readonly [string, string];
  readonly lead: readonly string[];
  readonly banner: Banner | null;
  readonly tiles: readonly ComparedTile[];
  readonly changes: ChangeWords;
  readonly strides: readonly ComparedStride[];
  readonly curves: readonly ComparedCurve[];
  readonly lines: readonly ComparisonLine[];
  readonly reasons: readonly Reason[];
  /** Over all clips of a run; empty where there is none. */
  readonly drift: readonly DriftLine[];
  /** Whether the drift is over minutes; else over clips. */
  readonly driftIsTimed: boolean;
  /** Every film once, as they are numbered in {@link ComparedStride.film}. */
  readonly films: readonly ReportFilm[];
  readonly sheets: readonly FilmSheet[];
  readonly facts: FilmFacts;
  readonly nextFilm: readonly string[];
  /** The comparison in numbers, for files that programs read. */
  readonly comparison: VisitComparison;
}

/**
 * Turns two visits into everything their report says.
 * @returns a whole report also where nothing may be compared; it then says why
 * @throws RangeError when a visit has no film
 */
export function comparisonModel(input: ComparisonInput): ComparisonModel {
  const { kind, first, second } = input;
  const setup = input.setup ?? REPORT_SETUP_DEFAULTS;
  const text = textFor(setup.reader);
  const comparison = compareVisits(kind, ...comparedVisits(input));
  const names = input.names ?? ([text.comparison.first[kind], text.comparison.second[kind]] as const);
  const films = [...new Set([...first.films, ...second.films])];
  const { lines, reasons } = comparisonLines(comparison.rows, kind, text);
  const title = text.comparison.title[kind];
  const labelOf = (film: ReportFilm) => labelFor(film, input, names, text);
  return {
    text,
    setup,
    kind,
    title,
    documentTitle: fill(text.comparison.documentTitle, {
      title,
      names: films.map(({ video }) => video.file).join(', '),
    }),
    client: input.client ?? null,
    madeOn: input.madeOn ?? null,
    names,
    lead: leadOf(input, comparison, names, text),
    banner: bannerOf(comparison, text),
    tiles: comparedTiles(comparison, text),
    changes: changeWords(comparison, text),
    strides: stridesOf(input, comparison, names, films, text),
    curves: comparedCurves(comparison, names, text),
    lines,
    reasons,
    ...driftOf(input.run ?? [], text),
    films,
    sheets: filmSheets(films, labelOf, text),
    facts: filmFacts(films, labelOf, text),
    nextFilm: [...new Set(filmSheets(films, labelOf, text).flatMap((sheet) => sheet.advice))],
    comparison,
  };
}

function driftOf(run: readonly RunClip[], text: ReportText): Pick<ComparisonModel, 'drift' | 'driftIsTimed'> {
  const driftIsTimed = run.every(({ atMin }) => atMin !== null);
  const films = run.map(({ film, atMin }, i) => ({
    ...comparedFilm(film, 'run', `clip ${i}`),
    atMin: driftIsTimed ? (atMin ?? i) : i,
  }));
  return { drift: driftLines(films, text), driftIsTimed };
}

/** Films of one visit share a session; the same film on both sides is one clip. */
function comparedVisits({ kind, first, second }: ComparisonInput) {
  const all = [...new Set([...first.films, ...second.films])];
  const oneSession = kind !== 'before-after';
  const as = (visit: ReportVisit, session: string) =>
    visit.films.map((film) => comparedFilm(film, oneSession ? 'same' : session, `film ${all.indexOf(film)}`));
  return [as(first, 'first'), as(second, 'second')] as const;
}

function labelFor(
  film: ReportFilm,
  { first, second, kind }: ComparisonInput,
  names: readonly [string, string],
  text: ReportText,
): string {
  if (kind === 'left-right') return `${text.view[film.result.capture.view]}`;
  const isFirst = first.films.includes(film);
  const name = isFirst ? names[0] : names[1];
  const { date } = isFirst ? first : second;
  const dated = date === '' ? name : fill(text.comparison.dated, { name, date });
  const several = Math.max(first.films.length, second.films.length) > 1;
  return several ? `${dated}, ${text.view[film.result.capture.view]}` : dated;
}

/** The pictures: of two sides both near legs; of two times the leg that changed most clearly, else the near one. */
function stridesOf(
  input: ComparisonInput,
  { kind, pairs, rows }: VisitComparison,
  names: readonly [string, string],
  films: readonly ReportFilm[],
  text: ReportText,
): readonly ComparedStride[] {
  const clearest = rows.find((row) => row.verdict === 'changed' && row.side !== null);
  const pair = clearest?.pair ?? pairs[0]!;
  const filmOf = (result: unknown, visit: ReportVisit) => visit.films.find((film) => film.result === result)!;
  const side = (own: Side) => (kind === 'left-right' ? own : (clearest?.side ?? own));
  const legs = [
    { film: filmOf(pair.first.result, input.first), side: side(pair.first.side), name: names[0] },
    { film: filmOf(pair.second.result, input.second), side: side(pair.second.side), name: names[1] },
  ];
  return legs.flatMap(({ film, side, name }): readonly ComparedStride[] => {
    const row = keyFrameRows(film.result, film.video, text).find((one) => one.side === side);
    if (row === undefined) return [];
    const leg = row.title.charAt(0).toLowerCase() + row.title.slice(1);
    const title = kind === 'left-right' ? row.title : fill(text.comparison.keyFrames.row, { name, leg });
    return [{ ...row, title, film: films.indexOf(film), picture: film.video }];
  });
}

function leadOf(
  { kind, first, second }: ComparisonInput,
  { pairs }: VisitComparison,
  names: readonly [string, string],
  text: ReportText,
): readonly string[] {
  const words = text.comparison.lead;
  const strides = pairs.map(({ first: a, second: b }) => [a, b] as const);
  const count = (at: 0 | 1) =>
    strides.reduce((sum, legs) => sum + usedStrides(legs[at].result as ReportFilm['result'], legs[at].side, kind), 0);
  const said = {
    first: names[0],
    second: kind !== 'left-right' && first.date !== '' && second.date !== '' ? names[1] : names[1].toLowerCase(),
    firstDate: first.date,
    secondDate: second.date,
    ...conditions([...first.films, ...second.films], text),
  };
  return [
    kind === 'left-right' || first.date === '' || second.date === '' ? fill(words.pair, said) : fill(words.dated, said),
    fill(words.strides, { first: count(0), second: count(1) }),
  ];
}

function usedStrides({ strides }: ReportFilm['result'], side: Side, kind: ComparisonKind): number {
  return strides.filter((stride) => stride.excluded === null && (kind !== 'left-right' || stride.side === side)).length;
}

/** How all films were taken, where that is alike: views, speed and incline as parts of a sentence. */
export function conditions(
  films: readonly ReportFilm[],
  text: ReportText,
): { readonly filmed: string; readonly speed: string; readonly incline: string } {
  const views = [...new Set(films.map(({ result }) => text.view[result.capture.view]))];
  const joined = views.reduce((one, other) => fill(text.comparison.lead.and, { one, other }));
  const alike = <T>(values: readonly T[]): T | null =>
    values.every((value) => value === values[0]) ? values[0]! : null;
  const speedMs = alike(films.map(({ result }) => result.capture.speedMs));
  const inclinePct = alike(films.map(({ result }) => result.capture.inclinePct));
  return {
    filmed: fill(text.comparison.lead.filmed, { views: joined }),
    speed: speedMs === null ? '' : fill(text.lead.speed, { ms: speedMs.toFixed(1), kmh: (3.6 * speedMs).toFixed(1) }),
    incline:
      inclinePct === null
        ? ''
        : inclinePct === 0
          ? text.lead.level
          : fill(text.lead.incline, { incline: inclinePct.toFixed(1) }),
  };
}

/** The source frames whose pictures are shown, by the number of their film; empty when there is no stride. */
export function comparedFrames({ strides }: Pick<ComparisonModel, 'strides'>): ReadonlyMap<number, readonly number[]> {
  const films = [...new Set(strides.map((row) => row.film))];
  return new Map(
    films.map((film) => {
      const frames = strides.filter((row) => row.film === film).flatMap((row) => row.frames.map(({ frame }) => frame));
      return [film, [...new Set(frames.filter((frame) => frame !== null))].sort((a, b) => a - b)] as const;
    }),
  );
}
