// The controller of a pair as a hook, and its state as React reads it.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { inStep } from '../../../core/phase/inStep.ts';
import { legStrides } from '../../../core/phase/legPhase.ts';
import type { Side, TrialResult } from '../../../core/types.ts';
import { useFilmPlayer } from '../../player/usePlayer.ts';
import { LegFilm } from './legFilm.ts';
import { StepPlayer, type StepState } from './stepPlayer.ts';

/** What one of the two films is made of. */
export interface LegFilmInput {
  readonly result: TrialResult;
  readonly side: Side;
  readonly slowMotion: number;
}

/** A player for two clips; give the component a `key` of both, so that another clip gets another player. Legs may change. */
export function useStepPlayer(a: LegFilmInput, b: LegFilmInput): StepPlayer {
  const [filmA, filmB] = [useLegFilm(a), useLegFilm(b)];
  const step = useMemo(() => new StepPlayer(inStep(filmA.leg, filmB.leg), filmA, filmB), [filmA, filmB]);
  useEffect(() => step.start(), [step]);
  return step;
}

function useLegFilm({ result, side, slowMotion }: LegFilmInput): LegFilm {
  const { timeS, strides } = result;
  const player = useFilmPlayer(useMemo(() => timeS.map((t) => t * slowMotion), [timeS, slowMotion]));
  return useMemo(
    () => new LegFilm(player, legStrides(strides, side), timeS, slowMotion),
    [player, strides, side, timeS, slowMotion],
  );
}

/** One part of the pair's state. */
export function useStepState<T>(step: StepPlayer, read: (state: StepState) => T): T {
  return useSyncExternalStore(step.subscribe, () => read(step.state));
}
