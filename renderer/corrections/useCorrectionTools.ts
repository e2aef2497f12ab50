// The tools of correcting at the place where the film is, for buttons and keys alike.
import { useMemo, useRef, useState } from 'react';
import { fill } from '../../core/report/formatNumber.ts';
import type { Edit, EventKind, GaitEvent, Side, TrialResult } from '../../core/types.ts';
import { useNotice } from '../parts/Notice.tsx';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import type { EventEditing } from '../timeline/Lane.tsx';
import { nearestFrame, strideAt } from '../timeline/phases.ts';
import { type Marks, markedFrames, NO_MARKS } from './marks.ts';
import type { CorrectionActions } from './useCorrections.ts';

export interface CorrectionTools {
  readonly side: Side;
  readonly setSide: (side: Side) => void;
  readonly marks: Marks;
  readonly markIn: () => void;
  readonly markOut: () => void;
  readonly unmark: () => void;
  readonly carryFrames: number;
  readonly setCarryFrames: (frames: number) => void;
  /** Of the chosen leg, on the frame on screen. */
  readonly addEvent: (event: EventKind) => void;
  /** Leaves out the chosen leg's stride on screen, or uses it again. */
  readonly toggleStride: () => void;
  /** The chosen leg's stride on screen was left out by hand. */
  readonly strideLeftOut: () => boolean;
  readonly swapLegs: () => void;
  /** For the timeline. */
  readonly events: EventEditing;
}

/** A joint's neighbours go along over some 50 ms, so that the low-pass keeps what was placed, s of world time. */
const CARRIED_S = 0.05;

export interface CorrectedTrial {
  /** In force. */
  readonly edits: readonly Edit[];
  /** Null while nothing is measured: then only marks can be set. */
  readonly result: TrialResult | null;
  /** World time of every frame, s. */
  readonly worldS: Float64Array;
  readonly corrections: CorrectionActions;
  readonly player: FilmPlayer;
}

/** Tools that work on the frame on screen, or the one on its way there. */
export function useCorrectionTools({ edits, result, worldS, corrections, player }: CorrectedTrial): CorrectionTools {
  const notify = useNotice();
  const [side, setSide] = useState<Side>(result?.capture.view === 'right' ? 'right' : 'left');
  const [marks, showMarks] = useState(NO_MARKS);
  /** Keys may come faster than the screen is drawn. */
  const marksRef = useRef(NO_MARKS);
  const [carryFrames, setCarryFrames] = useState(() => usualCarry(worldS));
  /** Changes with every move of a drag; the tools need it only when they are used. */
  const stridesRef = useRef(result?.strides);
  stridesRef.current = result?.strides;
  return useMemo(() => {
    const mark = (fields: Partial<Marks>): void => {
      marksRef.current = { ...marksRef.current, ...fields };
      showMarks(marksRef.current);
    };
    const frame = (): number => player.aimedFrame;
    const now = (): number => worldS[frame()] ?? 0;
    const strideNow = () => strideAt(stridesRef.current ?? [], side, now());
    const excluding = (): number => {
      const stride = strideNow();
      return stride ? edits.findLastIndex((edit) => isAbout(edit, side, stride.startS)) : -1;
    };
    return {
      side,
      setSide,
      marks,
      markIn: () => mark({ inFrame: frame() }),
      markOut: () => mark({ outFrame: frame() }),
      unmark: () => mark(NO_MARKS),
      carryFrames,
      setCarryFrames,
      addEvent: (event) => corrections.add({ kind: 'event-added', event, side, timeS: now() }),
      strideLeftOut: () => excluding() >= 0,
      toggleStride: () => {
        const place = excluding();
        const stride = strideNow();
        if (place >= 0) corrections.remove(place);
        else if (stride) corrections.add({ kind: 'stride-excluded', side, timeS: stride.startS });
        else notify({ text: fill(TRIAL_TEXT.edit.noStride, { side: TRIAL_TEXT.sides[side] }) });
      },
      swapLegs: () => {
        const marked = markedFrames(marksRef.current);
        if (marked) corrections.add({ kind: 'legs-swapped', fromFrame: marked.from, toFrame: marked.to });
        else notify({ text: TRIAL_TEXT.edit.swapNeeds });
      },
      events: eventEditing(corrections, worldS, player),
    };
  }, [side, marks, carryFrames, worldS, edits, corrections, player, notify]);
}

/** Nearest of the offered reaches. */
function usualCarry(timeS: Float64Array): number {
  const lengthS = ((timeS.at(-1) ?? 0) - (timeS[0] ?? 0)) / Math.max(1, timeS.length - 1);
  const frames = lengthS > 0 ? CARRIED_S / lengthS : 0;
  return [2, 4, 8, 16].reduce((best, n) => (Math.abs(n - frames) < Math.abs(best - frames) ? n : best));
}

/** A stride keeps its exclusion when its contact moves a little. */
const SAME_STRIDE_S = 0.25;

function isAbout(edit: Edit, side: Side, startS: number): boolean {
  return edit.kind === 'stride-excluded' && edit.side === side && Math.abs(edit.timeS - startS) < SAME_STRIDE_S;
}

function eventEditing(corrections: CorrectionActions, timeS: Float64Array, player: FilmPlayer): EventEditing {
  const moved = ({ side, kind, timeS: fromS }: GaitEvent, frame: number): Edit => {
    const newTimeS = timeS[Math.max(0, Math.min(timeS.length - 1, frame))] ?? fromS;
    return { kind: 'event-moved', event: kind, side, timeS: fromS, newTimeS };
  };
  return {
    drag: (from, frame) => corrections.drag(moved(from, frame)),
    drop: corrections.drop,
    nudge: (event, by) => {
      const frame = nearestFrame(timeS, event.timeS) + by;
      const pending = corrections.now();
      const isSame =
        pending?.kind === 'event-moved' &&
        pending.side === event.side &&
        pending.event === event.kind &&
        pending.newTimeS === event.timeS;
      corrections.nudge(moved(isSame ? { ...event, timeS: pending.timeS } : event, frame));
      player.seekFrame(frame);
    },
    remove: ({ kind, side, timeS: atS }) => corrections.add({ kind: 'event-removed', event: kind, side, timeS: atS }),
  };
}
