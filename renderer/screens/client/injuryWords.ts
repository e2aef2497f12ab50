// Injuries in words, and the day since onset that a session falls on.
import { daysBetween } from '../../../core/records/calendar.ts';
import type { Injury, Session } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { CLIENTS_TEXT } from '../../text/clientsText.ts';
import { CLIENT_TEXT } from '../../text/clientText.ts';

/** What a changed injury is seen on. */
export const OF_INJURIES = ['clients.open', 'clients.list', 'clients.search'] as const;

/** `Hamstring right`. */
export function injuryName({ region, side }: Pick<Injury, 'region' | 'side'>): string {
  return side ? `${region} ${CLIENTS_TEXT.sides[side]}` : region;
}

/** For every open injury that had begun by then: `day 56 since onset, Hamstring right`; the latest first. */
export function daysSinceOnset(session: Session, injuries: readonly Injury[]): readonly string[] {
  return injuries
    .filter(({ status, onset }) => status !== 'resolved' && onset !== null && onset <= session.date)
    .toSorted((a, b) => b.onset!.localeCompare(a.onset!))
    .map((injury) =>
      fill(CLIENT_TEXT.visits.day, { n: daysBetween(injury.onset!, session.date), injury: injuryName(injury) }),
    );
}
