// A runner's injuries and niggles by place on one figure and one timeline, so that the same spot twice is seen; and pain from visit to visit.

import { daysBetween } from '../records/calendar.ts';
import type { Injury, Session } from '../records/records.ts';
import { SIDES, type Side } from '../types.ts';
import { type BodyRegion, regionOf } from './bodyRegions.ts';

type Noted = Pick<Injury, 'id' | 'region' | 'side' | 'onset' | 'status' | 'kind' | 'resolvedOn'>;

/** One time that it hurt somewhere. */
export interface Episode {
  readonly injuryId: string;
  readonly kind: 'injury' | 'niggle';
  readonly status: Injury['status'];
  /** As it was noted. */
  readonly words: string;
  /** Null = not noted. */
  readonly from: string | null;
  /** Null = it goes on, or its end was not noted. */
  readonly to: string | null;
  /** It is not over. */
  readonly isOpen: boolean;
  /** `recurrence` = the same place after it was over · `while-open` = noted again before it was over · `unclear` = a day is missing. */
  readonly again: 'first' | 'recurrence' | 'while-open' | 'unclear';
  /** Days from the end of the one before to this one; null unless it is a recurrence with both days known. */
  readonly daysAfterLast: number | null;
}

/** One place of the figure: a region on one side, or in the middle. */
export interface Place {
  readonly region: BodyRegion;
  /** Null = in the middle, or nobody said. */
  readonly side: Side | null;
  /** By onset, those without one first. */
  readonly episodes: readonly Episode[];
  /** How the figure shows it: the worst that is not over. */
  readonly mark: 'injury' | 'niggle' | 'past';
  readonly recurs: boolean;
}

/** Pain of one visit, 0–10; null = not asked. */
export interface PainAtVisit {
  readonly sessionId: string;
  readonly date: string;
  readonly before: number | null;
  readonly during: number | null;
  readonly after: number | null;
  readonly nextDay: number | null;
}

export interface BodyMap {
  /** Open places first, then by the last onset, the latest first. */
  readonly places: readonly Place[];
  /** Visits at which anybody asked, the oldest first. */
  readonly pain: readonly PainAtVisit[];
  /** First and last day of the timeline; null when there is no day at all. */
  readonly span: { readonly from: string; readonly to: string } | null;
}

/** Everything that ever hurt, by place; an injury of both sides stands at both. */
export function bodyMap(injuries: readonly Noted[], sessions: readonly Session[], today: string): BodyMap {
  const placed = injuries.flatMap((injury) =>
    sidesOf(injury).map((side) => ({ region: regionOf(injury.region), side, injury })),
  );
  const keys = [...new Set(placed.map(keyOf))];
  const places = keys.map((key) => placeOf(placed.filter((one) => keyOf(one) === key)));
  const pain = painHistory(sessions, today);
  const days = [
    ...places.flatMap(({ episodes }) => episodes.flatMap(({ from }) => from ?? [])),
    ...pain.map((p) => p.date),
  ].sort();
  return {
    places: places.sort(byUrgency),
    pain,
    span: days[0] === undefined ? null : { from: days[0], to: today > days.at(-1)! ? today : days.at(-1)! },
  };
}

interface Placed {
  readonly region: BodyRegion;
  readonly side: Side | null;
  readonly injury: Noted;
}

const sidesOf = ({ side }: Noted): readonly (Side | null)[] => (side === 'both' ? SIDES : [side]);

/** A place nobody knows is told apart by the words it was noted in. */
const keyOf = ({ region, side, injury }: Placed): string =>
  `${region === 'other' ? injury.region.trim().toLowerCase() : region} ${side}`;

function placeOf(placed: readonly Placed[]): Place {
  const { region, side } = placed[0]!;
  const inOrder = [...placed].sort((a, b) => (a.injury.onset ?? '').localeCompare(b.injury.onset ?? ''));
  const episodes = inOrder.map(({ injury }, i) => episodeOf(injury, inOrder[i - 1]?.injury ?? null));
  const open = episodes.filter(({ isOpen }) => isOpen);
  const mark = open.some(({ kind }) => kind === 'injury') ? 'injury' : open.length > 0 ? 'niggle' : 'past';
  return { region, side, episodes, mark, recurs: episodes.some(({ again }) => again === 'recurrence') };
}

function episodeOf(injury: Noted, before: Noted | null): Episode {
  const { id, region, onset, status, kind } = injury;
  const again = againOf(injury, before);
  const end = before?.resolvedOn ?? null;
  return {
    injuryId: id,
    kind: kind ?? 'injury',
    status,
    words: region,
    from: onset,
    to: injury.resolvedOn ?? null,
    isOpen: status !== 'resolved',
    again,
    daysAfterLast: again === 'recurrence' && end !== null && onset !== null ? daysBetween(end, onset) : null,
  };
}

/** One that is over and whose end nobody noted ended before the next one began. */
function againOf({ onset }: Noted, before: Noted | null): Episode['again'] {
  if (before === null) return 'first';
  if (onset === null || before.onset === null) return 'unclear';
  if (before.resolvedOn != null) return before.resolvedOn <= onset ? 'recurrence' : 'while-open';
  return before.status === 'resolved' ? 'recurrence' : 'while-open';
}

const lastOnset = ({ episodes }: Place): string => episodes.at(-1)?.from ?? '';

function byUrgency(a: Place, b: Place): number {
  const weight = { injury: 0, niggle: 1, past: 2 } as const;
  return weight[a.mark] - weight[b.mark] || lastOnset(b).localeCompare(lastOnset(a));
}

/** Pain before, during, after and the next morning at every visit up to a day; visits at which nobody asked are left out. */
export function painHistory(sessions: readonly Session[], today: string): readonly PainAtVisit[] {
  return sessions
    .filter(({ date }) => date <= today)
    .map(({ id, date, painBefore, painDuring, painAfter, painNextDay }) => ({
      sessionId: id,
      date,
      before: painBefore,
      during: painDuring ?? null,
      after: painAfter,
      nextDay: painNextDay ?? null,
    }))
    .filter(({ before, during, after, nextDay }) => [before, during, after, nextDay].some((pain) => pain !== null))
    .sort((a, b) => a.date.localeCompare(b.date));
}
