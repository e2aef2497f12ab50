// The trial screen with a film that has frames: film and timeline on the left, curves and numbers on the right.
import { useCallback, useMemo, useState } from 'react';
import type { TrialView } from '../../../core/api/views.ts';
import { useCorrections } from '../../corrections/useCorrections.ts';
import { useLiveResult } from '../../measuring/useLiveResult.ts';
import { useFilmPlayer } from '../../player/usePlayer.ts';
import { useKeyLines } from '../../shell/keys.ts';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import { ExercisePanel } from '../exercise/ExercisePanel.tsx';
import { ExportTrial } from './ExportTrial.tsx';
import { FilmPanel } from './FilmPanel.tsx';
import { NumbersPanel } from './NumbersPanel.tsx';
import { Split } from './Split.tsx';
import css from './Trial.module.css';
import { type Mode, TrialHead } from './TrialHead.tsx';
import type { FilmMark } from './trialPanel.ts';
import { useStacked } from './useStacked.ts';

export interface TrialScreenProps {
  readonly trial: TrialView;
  /** When every frame begins on the film's clock, s: those of the result where there is one. */
  readonly timeS: Float64Array;
}

export function TrialScreen({ trial, timeS }: TrialScreenProps) {
  const player = useFilmPlayer(timeS);
  useKeyLines(TRIAL_TEXT.keys);
  const [mode, setMode] = useState<Mode>('look');
  const [mark, setMark] = useState<FilmMark | null>(null);
  const { result, provisional, measureWith } = useLiveResult(trial, mode === 'correct');
  const corrections = useCorrections(trial.clip.id, measureWith);
  const { slowMotion } = trial.clip.capture;
  /** No correction changes it: the times of the library's result hold for what is being dragged, too. */
  const worldS = useMemo(
    () => trial.result?.timeS ?? timeS.map((t) => t / slowMotion),
    [trial.result?.timeS, timeS, slowMotion],
  );
  const [screen, setScreen] = useState<HTMLElement | null>(null);
  const [needed, setNeeded] = useState<HTMLElement | null>(null);
  const stacked = useStacked(screen, needed);
  const onPoint = useCallback(
    (next: FilmMark | null): void => {
      setMark(next);
      if (!next) return;
      player.pause();
      player.seekFrame(next.frame);
    },
    [player],
  );
  const more = useMemo(
    () =>
      trial.result &&
      !trial.clip.exercise && (
        <ExportTrial
          clip={trial.clip}
          hasFilm={trial.film !== null && !trial.film.missing}
          corrections={trial.edits.edits.length}
          player={player}
        />
      ),
    [trial, player],
  );
  const film = (
    <FilmPanel
      trial={trial}
      result={result}
      worldS={worldS}
      player={player}
      corrections={corrections}
      mode={mode}
      onMode={setMode}
      mark={mark}
      stacked={stacked}
    />
  );
  return (
    <div ref={setScreen} className={css.screen} data-stacked={stacked || undefined}>
      <div ref={setNeeded} className={css.needed} />
      <TrialHead trial={trial} mode={mode} onMode={setMode} more={more} />
      <div className={css.body}>
        <Split
          direction="across"
          share={0.58}
          label={TRIAL_TEXT.panels.splitAcross}
          stacked={stacked}
          first={film}
          second={
            trial.exercise ? (
              <ExercisePanel
                trial={trial}
                result={trial.exercise}
                player={player}
                corrections={corrections}
                worldS={worldS}
              />
            ) : (
              <NumbersPanel
                trial={trial}
                result={result}
                player={player}
                provisional={provisional}
                onPoint={onPoint}
                corrections={corrections}
                worldS={worldS}
                stacked={stacked}
              />
            )
          }
        />
      </div>
    </div>
  );
}
