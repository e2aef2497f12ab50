// What a comparison says in sentences: what was held against what, what to bear in mind, what changed and what did not.

import type { ComparedRow, ComparisonKind, VisitComparison } from '../compare/compareVisits.ts';
import { NOTE_EFFECTS, touches } from '../compare/noteEffects.ts';
import type { PairNote } from '../compare/pairNotes.ts';
import type { Parameter, ParameterId, Side } from '../types.ts';
import { causesOf, markOf } from './comparisonRows.ts';
import { displayUnit, fill, formatMargin, formatValue, opening } from './formatNumber.ts';
import type { Verdict } from './parameterRows.ts';
import type { ReportText } from './reportText.ts';
import {
  direction,
  type HeadlineValue,
  headlineIds,
  MOST_DIFFERENCES,
  SAID_OTHERWISE,
  signed,
} from './runnerSentences.ts';

/** What two films do not share, above everything else. */
export interface Banner {
  readonly title: string;
  /** True when nothing could be judged. */
  readonly refused: boolean;
  readonly lines: readonly { readonly message: string; readonly effect: string }[];
}

/** More names than this in a line are counted. */
const MOST_NAMES = 5;

/** @returns null when the films share everything that matters */
export function bannerOf({ notes, comparable, rows }: VisitComparison, text: ReportText): Banner | null {
  if (notes.length === 0) return null;
  const words = text.comparison.banner;
  const lines = notes.map((note) => ({ message: note.message, effect: effectWords(note, rows, text) }));
  return { title: comparable ? words.weak : words.refused, refused: !comparable, lines };
}

function effectWords({ code }: PairNote, rows: readonly ComparedRow[], text: ReportText): string {
  const words = text.comparison.banner;
  const { refuses, weakens } = NOTE_EFFECTS[code];
  const names = (ids: typeof refuses) => {
    const own = rows.filter((row) => touches(ids, row.id) && row.first.value !== null && row.second.value !== null);
    return some([...new Set(own.map((row) => text.parameters[row.id].plain))], text);
  };
  if (refuses === 'all') return words.refusesAll;
  if (weakens === 'all') return words.weakensAll;
  const [refused, weakened] = [names(refuses), names(weakens)];
  if (refused !== '') return fill(words.refuses, { measures: refused });
  return weakened === '' ? '' : fill(words.weakens, { measures: weakened });
}

function some(names: readonly string[], text: ReportText): string {
  const measures = names.slice(0, MOST_NAMES).join(', ');
  if (names.length <= MOST_NAMES) return measures;
  return fill(text.comparison.banner.more, { measures, count: names.length - MOST_NAMES });
}

/** One of the large numbers: first and second, of the whole body or of each leg. */
export interface ComparedTile {
  readonly id: ParameterId;
  readonly label: string;
  readonly unit: string;
  /** Of the whole body where left stands against right, from the first film; else null. */
  readonly whole: HeadlineValue | null;
  readonly values: readonly {
    /** Null for the whole body. */
    readonly side: Side | null;
    readonly first: HeadlineValue;
    readonly second: HeadlineValue;
    readonly verdict: Verdict;
    /** The verdict in words. */
    readonly note: string;
  }[];
}

/** The large numbers, always four; a variable that is not in both has no values. */
export function comparedTiles({ rows, pairs, kind }: VisitComparison, text: ReportText): readonly ComparedTile[] {
  const pair = pairs[0]!;
  return headlineIds(pair.first.result).map((id): ComparedTile => {
    const own = rows.filter((row) => row.id === id).sort((a, b) => (a.side ?? '').localeCompare(b.side ?? ''));
    const ofWhole = pair.first.result.parameters.find((p) => p.id === id && p.side === null);
    const unit = displayUnit(id, own[0]?.unit ?? ofWhole?.unit ?? '1');
    const value = (p: Parameter): HeadlineValue => ({
      text: formatValue(signed(p.value, id), unit, 'plain', text.decimalMark),
      margin: formatMargin(p.value === null ? null : p.sigma, unit, 'plain', text.decimalMark),
    });
    return {
      id,
      label: opening(text.parameters[id].plain),
      unit: own.length === 0 && ofWhole === undefined ? '' : unit.name,
      whole: own.length === 0 && ofWhole !== undefined ? value(ofWhole) : null,
      values: own.map((row) => ({
        side: row.side,
        first: value(row.first),
        second: value(row.second),
        verdict: markOf(row.verdict),
        note:
          row.verdict === 'not-measurable'
            ? text.comparison.notComparable
            : text.comparison.verdictShort[kind][row.verdict],
      })),
    };
  });
}

/** What changed and what did not, in the reader's words. */
export interface ChangeWords {
  readonly changedTitle: string;
  readonly sameTitle: string;
  readonly sameNote: string;
  /** One entry per change, the clearest first. */
  readonly changed: readonly { readonly line: string; readonly size: string }[];
  /** Why the list is empty; null when it is not. */
  readonly none: string | null;
  /** How many more the table holds; null when all are listed. */
  readonly further: string | null;
  /** Names of the measures that are the same. */
  readonly same: string;
  /** Names of the measures that could not be compared; null when all could. */
  readonly uncompared: string | null;
}

/** At one speed these follow from the cadence. */
const SAID_BY_CADENCE: ReadonlySet<ParameterId> = new Set(['strideTime', 'stepTime']);

/** The sentences of a comparison; measures that another one implies stand in the table only. */
export function changeWords(comparison: VisitComparison, text: ReportText): ChangeWords {
  const { kind, comparable, notes } = comparison;
  const words = text.comparison;
  const sides = kind === 'left-right';
  const hasCadence = comparison.rows.some((row) => row.id === 'cadence' && row.verdict !== 'not-measurable');
  const rows = comparison.rows.filter(({ id }) => !SAID_OTHERWISE.has(id) && !(hasCadence && SAID_BY_CADENCE.has(id)));
  const of = (verdict: ComparedRow['verdict']) => rows.filter((row) => row.verdict === verdict);
  const changed = of('changed');
  const judged = changed.length + of('within-error').length > 0;
  const nothing = sides ? words.changed.noneSides : words.changed.none;
  const why = comparable ? words.changed.unmeasured : fill(words.changed.refused, { why: notes[0]?.message ?? '' });
  const uncompared = namesOf(of('not-measurable'), rows, text);
  return {
    changedTitle: sides ? words.changed.titleSides : words.changed.title,
    sameTitle: sides ? words.same.titleSides : words.same.title,
    sameNote: kind === 'fresh-tired' ? words.same.noteDay : sides ? words.same.noteSides : words.same.note,
    changed: changed.slice(0, MOST_DIFFERENCES).map((row) => changeSentence(row, kind, text)),
    none: changed.length > 0 ? null : judged ? nothing : why,
    further:
      changed.length > MOST_DIFFERENCES
        ? fill(words.changed.further, { count: changed.length - MOST_DIFFERENCES })
        : null,
    same:
      of('within-error').length === 0
        ? words.same.none
        : `${opening(namesOf(of('within-error'), rows, text).join(', '))}.`,
    uncompared:
      uncompared.length === 0
        ? null
        : uncompared.length > MOST_NAMES
          ? fill(text.uncomparedMany, { count: uncompared.length })
          : fill(text.uncompared, { measures: uncompared.join(', ') }),
  };
}

/** Each variable once; with its leg where the other leg's verdict is another. */
function namesOf(own: readonly ComparedRow[], all: readonly ComparedRow[], text: ReportText): readonly string[] {
  return [...new Set(own.map((row) => row.id))].map((id) => {
    const rows = own.filter((row) => row.id === id);
    const measure = text.parameters[id].plain;
    const side = rows[0]?.side;
    const isWhole = side == null || rows.length === all.filter((row) => row.id === id).length;
    return isWhole ? measure : fill(text.comparison.same.onLeg, { measure, leg: text.sideInSentence[side] });
  });
}

/** One change in a line and its size: what it was, what it is, how much that is. */
function changeSentence(
  row: ComparedRow,
  kind: ComparisonKind,
  text: ReportText,
): { readonly line: string; readonly size: string } {
  const words = text.comparison;
  const unit = displayUnit(row.id, row.unit);
  const said = (value: number | null) => {
    const digits = formatValue(value, unit, 'plain', text.decimalMark);
    return digits === null ? text.notMeasurable : digits + unit.suffix;
  };
  const difference = signed(row.difference, row.id) ?? 0;
  const plain = text.parameters[row.id].plain;
  const measure =
    row.side === null ? plain : fill(words.same.onLeg, { measure: plain, leg: text.sideInSentence[row.side] });
  const causes = causesOf(row, text);
  const size = fill(kind === 'left-right' ? words.changed.sizeSides : words.changed.size, {
    difference: said(Math.abs(difference)),
    direction: direction(difference, row.unit, text),
    threshold: said(row.threshold),
  });
  return {
    line: fill(words.changed.line[kind], {
      measure: opening(measure),
      first: said(signed(row.first.value, row.id)),
      second: said(signed(row.second.value, row.id)),
    }),
    size: causes === '' ? size : `${size} ${fill(words.changed.cause, { causes })}`,
  };
}
