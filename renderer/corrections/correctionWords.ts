// A correction in words, and the moment of the film that it is about.
import { fill, formatNumber } from '../../core/report/formatNumber.ts';
import type { Edit } from '../../core/types.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import { nearestFrame } from '../timeline/phases.ts';
import { HANDLES } from './handles.ts';

/** @param timeS world time of every frame, s */
export function correctionWords(edit: Edit, timeS: Float64Array): string {
  const { list } = TRIAL_TEXT.edit;
  const at = (atS: number) => formatNumber(atS, 2);
  if (edit.kind === 'landmark-moved') {
    const handle = HANDLES.find(({ landmark }) => landmark === edit.landmark);
    const words = edit.carryFrames ? list.landmarkCarried : list.landmark;
    return fill(words, {
      side: handle ? TRIAL_TEXT.Sides[handle.side] : '',
      joint: handle ? TRIAL_TEXT.joints[handle.joint] : '',
      time: at(timeS[edit.frame] ?? 0),
      n: edit.carryFrames ?? 0,
    });
  }
  if (edit.kind === 'legs-swapped')
    return fill(list.swapped, { from: at(timeS[edit.fromFrame] ?? 0), to: at(timeS[edit.toFrame] ?? 0) });
  const side = TRIAL_TEXT.Sides[edit.side];
  if (edit.kind === 'stride-excluded') return fill(list.excluded, { side, time: at(edit.timeS) });
  const values = { side, event: TRIAL_TEXT.events[edit.event], time: at(edit.timeS) };
  if (edit.kind === 'event-added') return fill(list.added, values);
  if (edit.kind === 'event-removed') return fill(list.removed, values);
  return fill(list.moved, { ...values, newTime: at(edit.newTimeS) });
}

/** The frame to show for a correction. */
export function correctionFrame(edit: Edit, timeS: Float64Array): number {
  if (edit.kind === 'landmark-moved') return edit.frame;
  if (edit.kind === 'legs-swapped') return edit.fromFrame;
  return nearestFrame(timeS, edit.kind === 'event-moved' ? edit.newTimeS : edit.timeS);
}
