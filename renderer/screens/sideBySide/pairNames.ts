// What the two legs of a pair are called and how their lines look: by what tells them apart.
import type { TrialView } from '../../../core/api/views.ts';
import type { PairKind } from '../../../core/compare/judgePair.ts';
import type { Session } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import type { Side } from '../../../core/types.ts';
import type { LineLook } from '../../charts/lineLook.ts';
import { shortDate } from '../../text/dates.ts';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';

/** A measured clip with its session, and the leg that is looked at. */
export interface LegOfClip {
  readonly trial: TrialView;
  readonly session: Session;
  readonly side: Side;
}

export interface PairNames {
  readonly names: readonly [string, string];
  readonly looks: readonly [LineLook, LineLook];
}

/** Sides keep their colours; of one side at two times the later one is the strong line. */
export function pairNames(kind: PairKind, a: LegOfClip, b: LegOfClip): PairNames {
  if (kind === 'sides') return { names: [text.lines[a.side], text.lines[b.side]], looks: [a.side, b.side] };
  return { names: timeNames(a, b), looks: ['earlier', 'later'] };
}

function timeNames(a: LegOfClip, b: LegOfClip): readonly [string, string] {
  const conditions = [a, b].map(({ trial }) => trial.clip.condition);
  if (a.session.id === b.session.id && conditions[0] && conditions[1] && conditions[0] !== conditions[1])
    return [text.conditions[conditions[0]], text.conditions[conditions[1]]];
  if (a.session.date !== b.session.date) return [shortDate(a.session.date), shortDate(b.session.date)];
  return [a.trial.clip.fileName, b.trial.clip.fileName];
}

/** A clip as it is listed, e.g. `10 Jan 2026 · from the left · fresh`. @param date `YYYY-MM-DD` */
export function clipName(clip: TrialView['clip'], date: string): string {
  const condition = clip.condition ? ` · ${text.conditions[clip.condition]}` : '';
  return fill(text.clipName, { date: shortDate(date), view: text.views[clip.view], condition });
}
