// The clinician's corrections of contacts and toe-offs, laid over what was detected.

import type { Edit, GaitEvent, Side } from '../types.ts';

type EventEdit = Extract<Edit, { kind: 'event-moved' | 'event-added' | 'event-removed' }>;

/**
 * An edit means the event of that kind and leg nearest to its time, no further away than this, s. Ours: detection may shift an event
 * a little after another edit, and half a step is the next event.
 */
const REACH_S = 0.1;

/** An event set by hand is as sure as the frame it was set on: an even spread over one frame. */
const FRAME_TO_SIGMA = 1 / Math.sqrt(12);

/**
 * Apply event edits in their order. An edit whose event is no longer there changes nothing.
 * @param rateHz frames per second of the world
 * @returns events in order of time
 */
export function editEvents(detected: readonly GaitEvent[], edits: readonly Edit[], rateHz: number): GaitEvent[] {
  const sigmaS = rateHz > 0 ? FRAME_TO_SIGMA / rateHz : 0;
  let events = [...detected];
  for (const edit of edits) if (isEventEdit(edit)) events = apply(events, edit, sigmaS);
  return events.sort((a, b) => a.timeS - b.timeS);
}

/** The legs whose contacts or toe-offs were edited. */
export function editedLegs(edits: readonly Edit[]): ReadonlySet<Side> {
  return new Set(edits.filter(isEventEdit).map((edit) => edit.side));
}

function isEventEdit(edit: Edit): edit is EventEdit {
  return edit.kind === 'event-moved' || edit.kind === 'event-added' || edit.kind === 'event-removed';
}

function apply(events: GaitEvent[], edit: EventEdit, sigmaS: number): GaitEvent[] {
  const { event: kind, side } = edit;
  const byHand = (timeS: number): GaitEvent => ({ kind, side, timeS, sigmaS, source: 'edited' });
  if (edit.kind === 'event-added') return [...events, byHand(edit.timeS)];
  const meant = nearest(events, edit);
  if (meant === null) return events;
  const others = events.filter((event) => event !== meant);
  return edit.kind === 'event-removed' ? others : [...others, byHand(edit.newTimeS)];
}

function nearest(events: readonly GaitEvent[], edit: EventEdit): GaitEvent | null {
  let best: GaitEvent | null = null;
  for (const event of events) {
    if (event.kind !== edit.event || event.side !== edit.side) continue;
    const offS = Math.abs(event.timeS - edit.timeS);
    if (offS <= REACH_S && (best === null || offS < Math.abs(best.timeS - edit.timeS))) best = event;
  }
  return best;
}
