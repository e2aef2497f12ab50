// Two visits, two conditions or two sides of one runner: every variable with its verdict, what matters first.

import type { Parameter, ParameterId, Side, Unit, View } from '../types.ts';
import type { ComparedFilm } from './comparedFilm.ts';
import { type Judgement, judgePair, type PairKind } from './judgePair.ts';
import type { PairedLeg } from './legPair.ts';
import { type PairNote, pairNotes } from './pairNotes.ts';

/** What stands first and what second. */
export type ComparisonKind = 'left-right' | 'before-after' | 'fresh-tired';

/** One variable of both, judged. */
export interface ComparedRow extends Judgement {
  readonly id: ParameterId;
  /** Null for the whole body, and where the left leg stands against the right. */
  readonly side: Side | null;
  readonly unit: Unit;
  readonly first: Parameter;
  readonly second: Parameter;
  /** How many times its threshold the difference is; null when not judged. */
  readonly clearness: number | null;
  /** The pair of films it is from. */
  readonly pair: FilmPair;
}

/** Two films that are held against each other. */
export interface FilmPair {
  readonly first: PairedLeg;
  readonly second: PairedLeg;
  readonly notes: readonly PairNote[];
  /** False when a note forbids judging anything. */
  readonly comparable: boolean;
}

export interface VisitComparison {
  readonly kind: ComparisonKind;
  /** One for each view that both have; the first stands for the whole body. Never empty. */
  readonly pairs: readonly FilmPair[];
  /** Of all pairs, each said once; what forbids judging first. */
  readonly notes: readonly PairNote[];
  /** False when no pair may be judged: then no row has a verdict. */
  readonly comparable: boolean;
  /** Changed, within error, not measurable; within each the clearest first. */
  readonly rows: readonly ComparedRow[];
}

/** How the belt ran, not how the runner did. */
const NOT_THE_RUNNER: ReadonlySet<ParameterId> = new Set(['beltSpeedEstimate']);

const VIEWS: readonly View[] = ['left', 'right', 'posterior'];

/**
 * Compares what was filmed first with what was filmed second.
 *
 * Two times: films of the same view are held against each other, and each leg is read from the film in which it is near the camera.
 * Left against right: the left leg of a film from the left against the right leg of a film from the right, or both legs of one film.
 * @param first films of the first visit or condition; of one side each, at least one
 * @param second as `first`; for left against right the film from the other side, or the same film again
 * @throws RangeError when one of them has no film
 */
export function compareVisits(
  kind: ComparisonKind,
  first: readonly ComparedFilm[],
  second: readonly ComparedFilm[],
): VisitComparison {
  if (first.length === 0 || second.length === 0) throw new RangeError('nothing to compare: a visit without a film');
  const pairs = (kind === 'left-right' ? sidePairs(first, second) : viewPairs(first, second)).map(
    ([a, b]): FilmPair => {
      const notes = pairNotes(a, b);
      return { first: a, second: b, notes, comparable: !notes.some((note) => note.blocks) };
    },
  );
  const notes = onceEach(pairs.flatMap((pair) => pair.notes));
  const rows = rowsOf(kind, pairs).sort(byWeight);
  return { kind, pairs, notes, comparable: pairs.some((pair) => pair.comparable), rows };
}

type Legs = readonly [PairedLeg, PairedLeg];

function sidePairs(first: readonly ComparedFilm[], second: readonly ComparedFilm[]): readonly Legs[] {
  const from = (films: readonly ComparedFilm[], view: View) =>
    films.find(({ result }) => result.capture.view === view) ?? films[0]!;
  return [
    [
      { ...from(first, 'left'), side: 'left' },
      { ...from(second, 'right'), side: 'right' },
    ],
  ];
}

function viewPairs(first: readonly ComparedFilm[], second: readonly ComparedFilm[]): readonly Legs[] {
  const pairs = VIEWS.flatMap((view): readonly Legs[] => {
    const of = (films: readonly ComparedFilm[]) => films.find(({ result }) => result.capture.view === view);
    const [a, b] = [of(first), of(second)];
    return a === undefined || b === undefined ? [] : [inView(a, b, view)];
  });
  return pairs.length > 0 ? pairs : [inView(first[0]!, second[0]!, first[0]!.result.capture.view)];
}

function inView(a: ComparedFilm, b: ComparedFilm, view: View): Legs {
  const side = view === 'right' ? 'right' : 'left';
  return [
    { ...a, side },
    { ...b, side },
  ];
}

const onceEach = (notes: readonly PairNote[]): readonly PairNote[] => {
  const seen = notes.filter((note, i) => notes.findIndex((other) => other.message === note.message) === i);
  return [...seen.filter((note) => note.blocks), ...seen.filter((note) => !note.blocks)];
};

function rowsOf(kind: ComparisonKind, pairs: readonly FilmPair[]): ComparedRow[] {
  const all = pairs.flatMap((pair) => (kind === 'left-right' ? legRows(pair) : timeRows(pair, kind)));
  const keys = [...new Set(all.map(keyOf))];
  return keys.map((key) => best(all.filter((row) => keyOf(row) === key)));
}

const keyOf = ({ id, side }: ComparedRow): string => `${id} ${side}`;

/** The near leg's row, else that of any pair in which both were measured. */
function best(rows: readonly ComparedRow[]): ComparedRow {
  const measured = rows.filter((row) => row.first.value !== null && row.second.value !== null);
  const pool = measured.length > 0 ? measured : rows;
  return pool.find((row) => row.side !== null && row.pair.first.result.capture.view === row.side) ?? pool[0]!;
}

function legRows(pair: FilmPair): readonly ComparedRow[] {
  return matched(pair, (p) => p.side === pair.first.side).flatMap((one) => {
    const other = pair.second.result.parameters.find((p) => p.id === one.id && p.side === pair.second.side);
    return other === undefined ? [] : [judgedRow(one, other, pair, 'sides', false, null)];
  });
}

function timeRows(pair: FilmPair, kind: ComparisonKind): readonly ComparedRow[] {
  return matched(pair, () => true).flatMap((one) => {
    const other = pair.second.result.parameters.find((p) => p.id === one.id && p.side === one.side);
    return other === undefined ? [] : [judgedRow(one, other, pair, 'times', kind === 'fresh-tired', one.side)];
  });
}

const matched = ({ first }: FilmPair, wanted: (parameter: Parameter) => boolean): readonly Parameter[] =>
  first.result.parameters.filter((p) => !NOT_THE_RUNNER.has(p.id) && wanted(p));

function judgedRow(
  first: Parameter,
  second: Parameter,
  pair: FilmPair,
  kind: PairKind,
  sameDay: boolean,
  side: Side | null,
): ComparedRow {
  const { notes, first: a, second: b } = pair;
  const judged = judgePair(first, second, { kind, notes, options: { sameDay }, a, b });
  const { difference, threshold } = judged;
  const clearness = difference === null || threshold === null ? null : Math.abs(difference) / (threshold || 1);
  return { ...judged, id: first.id, side, unit: first.unit, first, second, clearness, pair };
}

const WEIGHT = { changed: 0, 'within-error': 1, 'not-measurable': 2 } as const;

/** What matters first; rows of equal weight keep their order. */
function byWeight(a: ComparedRow, b: ComparedRow): number {
  return WEIGHT[a.verdict] - WEIGHT[b.verdict] || (b.clearness ?? 0) - (a.clearness ?? 0);
}
