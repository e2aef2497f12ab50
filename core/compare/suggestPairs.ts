// Which clips of a client are worth laying side by side with the one that is looked at.

import type { Clip } from '../records/records.ts';
import type { Side } from '../types.ts';

/** What the choice needs to know of a clip. */
export interface PairableClip extends Pick<Clip, 'id' | 'sessionId' | 'view' | 'condition'> {
  /** Of its session, `YYYY-MM-DD`. */
  readonly date: string;
}

/** A leg of a clip. */
export interface LegChoice {
  readonly clipId: string;
  readonly side: Side;
}

/** Left against right, one visit against another, fresh against tired. */
export type PairOccasion = 'sides' | 'visits' | 'fatigue';

export interface PairSuggestion {
  readonly occasion: PairOccasion;
  readonly a: LegChoice;
  readonly b: LegChoice;
}

/**
 * At most one suggestion of each kind, always with the legs that are near their cameras where that is possible.
 * @param clips all of one client's
 * @param from the clip that is looked at
 * @returns left against right always; the others when there is such a clip
 */
export function suggestPairs(clips: readonly PairableClip[], from: PairableClip): readonly PairSuggestion[] {
  return [bySides(clips, from), byVisits(clips, from), byFatigue(clips, from)].filter((one) => one !== null);
}

/** The leg that is near the camera; from behind and in a view nobody told, the left one. */
export function nearLeg({ view }: Pick<Clip, 'view'>): Side {
  return view === 'right' ? 'right' : 'left';
}

/** The left leg from the left-side film against the right leg from the right-side film; of one film where there is no second. */
function bySides(clips: readonly PairableClip[], from: PairableClip): PairSuggestion {
  const wanted = from.view === 'left' ? 'right' : from.view === 'right' ? 'left' : null;
  const others = clips.filter((clip) => clip.sessionId === from.sessionId && clip.view === wanted);
  const other = others.find((clip) => clip.condition === from.condition) ?? others[0] ?? from;
  const [left, right] = from.view === 'right' ? [other, from] : [from, other];
  return { occasion: 'sides', a: { clipId: left.id, side: 'left' }, b: { clipId: right.id, side: 'right' } };
}

/** The same view at the visit before, or at the next one when there is none before; the earlier one first. */
function byVisits(clips: readonly PairableClip[], from: PairableClip): PairSuggestion | null {
  const alike = clips.filter(
    (clip) => clip.sessionId !== from.sessionId && clip.view === from.view && clip.condition === from.condition,
  );
  const before = alike.filter((clip) => clip.date <= from.date).sort((x, y) => (x.date < y.date ? 1 : -1))[0];
  const after = alike.filter((clip) => clip.date > from.date).sort((x, y) => (x.date < y.date ? -1 : 1))[0];
  const side = nearLeg(from);
  if (before) return { occasion: 'visits', a: { clipId: before.id, side }, b: { clipId: from.id, side } };
  return after ? { occasion: 'visits', a: { clipId: from.id, side }, b: { clipId: after.id, side } } : null;
}

/** Fresh first. */
function byFatigue(clips: readonly PairableClip[], from: PairableClip): PairSuggestion | null {
  const own = clips.filter((clip) => clip.sessionId === from.sessionId && clip.view === from.view);
  const pick = (condition: PairableClip['condition']) =>
    from.condition === condition ? from : own.find((clip) => clip.condition === condition);
  const [fresh, tired] = [pick('fresh'), pick('tired')];
  const side = nearLeg(from);
  if (!fresh || !tired) return null;
  return { occasion: 'fatigue', a: { clipId: fresh.id, side }, b: { clipId: tired.id, side } };
}
