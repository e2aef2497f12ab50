// The report of a baseline and every visit since, before it is drawn: trends, the change until now, and every value.

import { type ComparisonKind, compareVisits } from '../compare/compareVisits.ts';
import { type Trend, type TrendVisit, trendOf } from '../compare/trend.ts';
import type { ParameterId } from '../types.ts';
import { textFor } from './clinicalText.ts';
import { type ComparedStride, comparisonModel, conditions } from './comparisonModel.ts';
import {
  type Banner,
  bannerOf,
  type ChangeWords,
  type ComparedTile,
  changeWords,
  comparedTiles,
} from './comparisonSentences.ts';
import { type FilmFacts, type FilmSheet, filmFacts, filmSheets } from './filmSheets.ts';
import { fill, opening } from './formatNumber.ts';
import { PARAMETER_ORDER } from './parameterRows.ts';
import { comparedFilm, type ReportFilm, type ReportVisit } from './reportFilm.ts';
import { REPORT_SETUP_DEFAULTS, type ReportSetup } from './reportSetup.ts';
import type { ReportText } from './reportText.ts';
import { type TrendChart, type TrendTableRow, trendCharts, trendTable } from './trendCharts.ts';

/** More visits than this do not fit across a page. */
export const MOST_VISITS = 12;

/** What a follow-up is made of. */
export interface FollowUpInput {
  /** The baseline first, 1 to {@link MOST_VISITS}. */
  readonly visits: readonly ReportVisit[];
  /** Name or code of the client; null or left out when not stated. */
  readonly client?: string | null;
  /** Date as people write it; null or left out when not stated. */
  readonly madeOn?: string | null;
  readonly setup?: ReportSetup;
  /** What the first page follows; left out = FOLLOWED. */
  readonly followed?: readonly ParameterId[];
}

/** What is followed on the first page unless something else is asked for: rhythm, load, and what strains hide in. */
const FOLLOWED = [
  'cadence',
  'contactTime',
  'kneeFlexionPeakStance',
  'kneeFlexionPeakSwing',
  'overstride',
  'trunkLean',
] as const satisfies readonly ParameterId[];

/** Everything that is shown, already in words; nothing is computed after this. */
export interface FollowUpModel {
  readonly text: ReportText;
  readonly setup: ReportSetup;
  readonly title: string;
  readonly documentTitle: string;
  readonly client: string | null;
  readonly madeOn: string | null;
  readonly lead: readonly string[];
  /** Names of the visits, the baseline first. */
  readonly labels: readonly string[];
  /** What tiles, changes and pictures hold against each other: last and first visit, or with one visit left and right. */
  readonly kind: ComparisonKind;
  readonly banner: Banner | null;
  readonly tiles: readonly ComparedTile[];
  readonly changes: ChangeWords;
  readonly strides: readonly ComparedStride[];
  readonly charts: readonly TrendChart[];
  /** All other variables. */
  readonly furtherCharts: readonly TrendChart[];
  readonly table: readonly TrendTableRow[];
  /** What each visit does not share with the first, in sentences; empty when nothing. */
  readonly visitNotes: readonly string[];
  readonly films: readonly ReportFilm[];
  readonly sheets: readonly FilmSheet[];
  readonly facts: FilmFacts;
  readonly nextFilm: readonly string[];
  /** The trends in numbers, for files that programs read. */
  readonly trend: Trend;
}

/**
 * Turns the visits of one runner into everything their report says.
 * @throws RangeError without a visit, with more than {@link MOST_VISITS}, or with a visit that has no film
 */
export function followUpModel(input: FollowUpInput): FollowUpModel {
  const { visits } = input;
  const [baseline] = visits;
  const last = visits.at(-1);
  if (baseline === undefined || last === undefined) throw new RangeError('a follow-up needs a baseline');
  if (visits.length > MOST_VISITS)
    throw new RangeError(`A follow-up holds ${MOST_VISITS} visits, not ${visits.length}; choose those that matter.`);
  const setup = input.setup ?? REPORT_SETUP_DEFAULTS;
  const text = textFor(setup.reader);
  const labels = visits.map(({ date }, i) => (date === '' ? `${i + 1}` : date));
  const compared = visits.map(
    (visit, i): TrendVisit => ({
      label: labels[i]!,
      films: visit.films.map((film, at) => comparedFilm(film, `visit ${i}`, `film ${i}.${at}`)),
    }),
  );
  const trend = trendOf(compared, PARAMETER_ORDER);
  const kind: ComparisonKind = visits.length === 1 ? 'left-right' : 'before-after';
  const untilNow = compareVisits(kind, compared[0]!.films, compared.at(-1)!.films);
  const followed: readonly ParameterId[] = input.followed ?? FOLLOWED;
  const charts = trendCharts(trend, text);
  const films = visits.flatMap((visit) => visit.films);
  const labelOf = (film: ReportFilm) => {
    const i = visits.findIndex((visit) => visit.films.includes(film));
    return `${labels[i]}, ${text.view[film.result.capture.view]}`;
  };
  const sheets = filmSheets(films, labelOf, text);
  const title = text.comparison.title[kind === 'left-right' ? kind : 'follow-up'];
  const names = kind === 'left-right' ? {} : { names: [labels[0]!, labels.at(-1)!] as const };
  const pictures = comparisonModel({ kind, first: baseline, second: last, setup, ...names });
  return {
    text,
    setup,
    title,
    documentTitle: fill(text.comparison.documentTitle, { title, names: labels.join(', ') }),
    client: input.client ?? null,
    madeOn: input.madeOn ?? null,
    lead: leadOf(visits, labels, text),
    labels,
    kind,
    banner: bannerOf(untilNow, text),
    tiles: comparedTiles(untilNow, text),
    changes: { ...changeWords(untilNow, text), ...sinceWords(labels, text) },
    strides: pictures.strides.map((row) => ({ ...row, film: films.indexOf(pictures.films[row.film]!) })),
    charts: followed.flatMap((id) => charts.filter((chart) => chart.id === id)),
    furtherCharts: charts.filter(({ id }) => !followed.includes(id)),
    table: trendTable(trend, text),
    visitNotes: visitNotes(trend, labels, text),
    films,
    sheets,
    facts: filmFacts(films, labelOf, text),
    nextFilm: [...new Set(sheets.slice(-last.films.length).flatMap((sheet) => sheet.advice))],
    trend,
  };
}

function sinceWords(labels: readonly string[], text: ReportText): Partial<ChangeWords> {
  if (labels.length < 2) return {};
  return { changedTitle: fill(text.comparison.trend.changedSince, { first: labels[0]! }) };
}

function leadOf(visits: readonly ReportVisit[], labels: readonly string[], text: ReportText): readonly string[] {
  const words = text.comparison.lead;
  const films = visits.flatMap((visit) => visit.films);
  const said = { count: visits.length, first: labels[0]!, last: labels.at(-1)!, ...conditions(films, text) };
  return [fill(visits.length === 1 ? words.oneVisit : words.visits, said)];
}

function visitNotes({ notes }: Trend, labels: readonly string[], text: ReportText): readonly string[] {
  return notes.flatMap((own, i) =>
    own.map(({ message }) => fill(text.comparison.trend.visitNote, { visit: opening(labels[i]!), message })),
  );
}
