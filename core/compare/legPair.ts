// One leg beside another: left against right from one film or from two, before against after, fresh against tired.

import { parameterRows, type RowGroup } from '../report/parameterRows.ts';
import type { ReportText } from '../report/reportText.ts';
import type { Asymmetry, Parameter, ParameterId, Side } from '../types.ts';
import type { ComparedFilm } from './comparedFilm.ts';
import type { CompareOptions } from './compareResults.ts';
import { judgePair, type PairKind } from './judgePair.ts';
import { type PairNote, pairNotes } from './pairNotes.ts';

export type { PairKind };

/** A leg of a measured clip, with what else is known of the clip. */
export interface PairedLeg extends ComparedFilm {
  readonly side: Side;
}

export interface LegPair {
  readonly kind: PairKind;
  readonly notes: readonly PairNote[];
  /** False when a note forbids judging: then differences have no verdict. */
  readonly comparable: boolean;
  /** The first leg stands in `left`, the second in `right`; differences are second − first. */
  readonly groups: readonly RowGroup[];
  /** How large a difference must be before it is called one, by variable, in its stored unit. */
  readonly thresholds: ReadonlyMap<ParameterId, number>;
}

/**
 * Lays the numbers of two legs side by side.
 * Two sides are judged by the error of the difference and what healthy legs show; one side at two times by the error and what changes
 * between days (half of that on one day). Numbers of the whole body are compared between times only.
 */
export function legPair(a: PairedLeg, b: PairedLeg, options: CompareOptions, text: ReportText): LegPair {
  const kind: PairKind = a.side === b.side ? 'times' : 'sides';
  const notes = pairNotes(a, b);
  const comparable = !notes.some((note) => note.blocks);
  const pairs = a.result.parameters.flatMap((one) => {
    if (one.side !== a.side && (one.side !== null || kind === 'sides')) return [];
    const other = b.result.parameters.find((p) => p.id === one.id && p.side === (one.side === null ? null : b.side));
    return other === undefined ? [] : [{ one, other }];
  });
  const rows = pairs.map(({ one, other }): Asymmetry => {
    const { difference, threshold, verdict } = judgePair(one, other, { kind, notes, options, a, b });
    const base = { id: one.id, left: one.value, right: other.value, unit: one.unit };
    return { ...base, difference, threshold, verdict: verdict === 'changed' ? 'different' : verdict };
  });
  const shown = pairs.flatMap(({ one, other }): Parameter[] => [
    { ...one, side: 'left' },
    { ...other, side: 'right' },
  ]);
  const words =
    kind === 'times' ? { ...text, verdict: text.changeVerdict, verdictShort: text.changeVerdictShort } : text;
  const thresholds = rows.flatMap(({ id, threshold }) => (threshold === null ? [] : [[id, threshold] as const]));
  return { kind, notes, comparable, groups: parameterRows(shown, rows, words).groups, thresholds: new Map(thresholds) };
}
