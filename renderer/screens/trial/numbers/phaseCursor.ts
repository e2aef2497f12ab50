// The charts' cursor of one film: the phase of one leg on the frame that is shown, and the frame of a phase.
import { useMemo } from 'react';
import { type LegStrides, legStrides, nearestStride, phaseOf, timeAt } from '../../../../core/phase/legPhase.ts';
import { nearestFrame } from '../../../../core/report/explain/moments.ts';
import type { Side, TrialResult } from '../../../../core/types.ts';
import type { ChartCursor } from '../../../charts/chartCursor.ts';
import type { FilmPlayer } from '../../../player/filmPlayer.ts';

/** A place that was asked for: between frames it is finer than the film. */
interface Asked {
  readonly frame: number;
  readonly stride: number;
  readonly pct: number;
}

/** By time alone, as the mean curves are drawn. */
const BY_TIME = null;

class PhaseCursor implements ChartCursor {
  readonly #leg: LegStrides;
  readonly #timeS: Float64Array;
  readonly #player: FilmPlayer;
  readonly #hearers = new Set<() => void>();
  #asked: Asked | null = null;
  /** Where the film stood before a pointer merely looked somewhere. */
  #before: number | null = null;

  constructor(leg: LegStrides, timeS: Float64Array, player: FilmPlayer) {
    this.#leg = leg;
    this.#timeS = timeS;
    this.#player = player;
  }

  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hearers.add(hear);
    const stop = this.#player.subscribe(hear);
    return () => {
      this.#hearers.delete(hear);
      stop();
    };
  };

  /** While a frame that was asked for is on its way, its phase already: so that the next key goes on from there. */
  readonly pct = (): number | null => {
    const { frame } = this.#player.state;
    if (this.#asked?.frame === this.#player.aimedFrame) return this.#asked.pct;
    const place = phaseOf(this.#leg, this.#timeS[frame] ?? Number.NaN, BY_TIME);
    return place === null ? null : 100 * (place % 1);
  };

  readonly goTo = (pct: number): void => {
    this.#before = null;
    this.#player.pause();
    this.#seek(pct);
  };

  readonly look = (pct: number | null): void => {
    if (this.#player.state.playing) return;
    if (pct !== null) {
      this.#before ??= this.#player.aimedFrame;
      this.#seek(pct);
    } else if (this.#before !== null) {
      if (this.#player.aimedFrame === this.#asked?.frame) this.#player.seekFrame(this.#before);
      this.#before = null;
      this.#asked = null;
    }
  };

  /** In the stride on the screen; its end still belongs to it while it is asked for. */
  #seek(pct: number): void {
    const shown = this.#player.aimedFrame;
    const stride =
      this.#asked?.frame === shown ? this.#asked.stride : nearestStride(this.#leg, this.#timeS[shown] ?? 0);
    if (stride === null) return;
    const timeS = timeAt(this.#leg, stride + pct / 100, BY_TIME);
    const endS = pct === 100 ? this.#leg.strides[stride]!.endS : timeS;
    if (endS === null) return;
    const frame = nearestFrame(this.#timeS, endS);
    this.#asked = { frame, stride, pct };
    this.#player.seekFrame(frame);
    for (const hear of this.#hearers) hear();
  }
}

/** The cursor of one leg of one film. */
export function usePhaseCursor(result: TrialResult, player: FilmPlayer, side: Side): ChartCursor {
  const { strides, timeS } = result;
  return useMemo(() => new PhaseCursor(legStrides(strides, side), timeS, player), [strides, timeS, player, side]);
}
