// The film with everything that lies over and under it: skeleton, handles, controls, timeline.
import { useCallback, useMemo, useState } from 'react';
import type { TrialView } from '../../../core/api/views.ts';
import type { TrialResult } from '../../../core/types.ts';
import { CorrectionBar } from '../../corrections/CorrectionBar.tsx';
import { LandmarkHandles } from '../../corrections/LandmarkHandles.tsx';
import { type Marks, markedFrames } from '../../corrections/marks.ts';
import type { Corrections } from '../../corrections/useCorrections.ts';
import { useCorrectionTools } from '../../corrections/useCorrectionTools.ts';
import { BodyOverlay } from '../../overlay/BodyOverlay.tsx';
import { DrawingBar } from '../../overlay/drawings/DrawingBar.tsx';
import { DrawingLayer } from '../../overlay/drawings/DrawingLayer.tsx';
import { usePen } from '../../overlay/drawings/drawingTool.ts';
import { useDrawings } from '../../overlay/drawings/useDrawings.ts';
import { FilmStage } from '../../player/FilmStage.tsx';
import type { FilmPlayer } from '../../player/filmPlayer.ts';
import { OVERLAY_DEFAULTS, type OverlayChoice, StageTools } from '../../player/StageTools.tsx';
import { TransportBar } from '../../player/TransportBar.tsx';
import { useKeys } from '../../player/useKeys.ts';
import { usePlayerState } from '../../player/usePlayer.ts';
import { useZoom } from '../../player/useZoom.ts';
import { EXERCISE_SCREEN_TEXT } from '../../text/exerciseScreenText.ts';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import { nearestFrame } from '../../timeline/phases.ts';
import { repetitionLanes } from '../../timeline/RepetitionLanes.tsx';
import { Timeline } from '../../timeline/Timeline.tsx';
import type { TimeWindow } from '../../timeline/timeWindow.ts';
import { useTimeWindow, useWholeFilm } from '../../timeline/useTimeWindow.ts';
import { JobState } from './JobState.tsx';
import css from './Trial.module.css';
import type { Mode } from './TrialHead.tsx';
import { correctionKeys, playerKeys, undoKeys } from './trialKeys.ts';
import type { FilmMark } from './trialPanel.ts';
import { useFilmJumps } from './useFilmJumps.ts';
import { useRepetitionJumps } from './useRepetitionJumps.ts';

export interface FilmPanelProps {
  readonly trial: TrialView;
  readonly result: TrialResult | null;
  /** World time of every frame, s. */
  readonly worldS: Float64Array;
  readonly player: FilmPlayer;
  readonly corrections: Corrections;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly mark: FilmMark | null;
  /** The page scrolls, because panels lie below one another. */
  readonly stacked: boolean;
}

export function FilmPanel(props: FilmPanelProps) {
  const { trial, result, worldS, player, corrections, mode, onMode, mark } = props;
  const { film, exercise } = trial;
  const isExercise = Boolean(trial.clip.exercise);
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  const [overlay, setOverlay] = useState(OVERLAY_DEFAULTS);
  const zoom = useZoom();
  const view = useTimeWindow(player, worldS);
  const lanes = useMemo(() => (exercise ? repetitionLanes(exercise) : isExercise ? [] : null), [exercise, isExercise]);
  const gaitJumps = useFilmJumps(player, isExercise ? null : result);
  const repetitionJumps = useRepetitionJumps(player, worldS, lanes);
  const jumps = gaitJumps ?? repetitionJumps;
  useWholeFilm(view, isExercise);
  const tools = useCorrectionTools({
    edits: trial.edits.edits,
    result,
    worldS,
    corrections: corrections.actions,
    player,
  });
  const ringed = useRinged(player, mark);
  const drawings = useDrawings(trial.clip.id);
  const pen = usePen();
  const drawnFrames = useMemo(
    () => drawings.all.map(({ timeS }) => nearestFrame(worldS, timeS)),
    [drawings.all, worldS],
  );
  const marked = useMemo(() => markedTimes(tools.marks, worldS), [tools.marks, worldS]);
  const drawing = mode === 'draw';
  const correcting = mode === 'correct' && result !== null;
  const fullScreen = useCallback((): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void panel?.requestFullscreen();
  }, [panel]);
  const look = useCallback(() => onMode('look'), [onMode]);
  const turn = (name: keyof OverlayChoice) => () => setOverlay((before) => ({ ...before, [name]: !before[name] }));
  useKeys({
    ...playerKeys(player, jumps),
    S: turn('skeleton'),
    A: turn('angles'),
    T: turn('trail'),
    F: fullScreen,
    E: () => result && onMode(mode === 'correct' ? 'look' : 'correct'),
    D: () => onMode(mode === 'draw' ? 'look' : 'draw'),
    Escape: look,
    I: tools.markIn,
    O: tools.markOut,
    ...(drawing ? undoKeys(drawings) : correctionKeys(correcting ? tools : null, corrections.actions, isExercise)),
  });
  return (
    <div ref={setPanel} className={css.film}>
      <div className={css.stage}>
        {film ? (
          <FilmStage
            player={player}
            source={film}
            filmPath={film.playable ? film.filmPath : null}
            zoom={zoom}
            wheelScrolls={props.stacked}
            label={TRIAL_TEXT.film.stage}
          >
            {result && <BodyOverlay result={result} {...overlay} ringed={ringed} />}
            {correcting && (
              <LandmarkHandles result={result} corrections={corrections} carryFrames={tools.carryFrames} />
            )}
            <DrawingLayer drawings={drawings} worldS={worldS} pen={drawing ? pen : null} />
            <StageTools zoom={zoom} overlay={overlay} onOverlay={setOverlay} onFullScreen={fullScreen} />
          </FilmStage>
        ) : (
          <p className={css.alone}>{TRIAL_TEXT.states.missing}</p>
        )}
        <FilmState trial={trial} player={player} />
      </div>
      <TransportBar
        player={player}
        timeS={worldS}
        onEvent={jumps?.toEvent}
        onLoop={jumps?.loop}
        {...(isExercise && { jumpWords: EXERCISE_SCREEN_TEXT.toRepetition })}
      />
      {correcting && <CorrectionBar tools={tools} player={player} onDone={look} isExercise={isExercise} />}
      {drawing && <DrawingBar pen={pen} drawings={drawings} onDone={look} />}
      <Timeline
        player={player}
        timeS={worldS}
        view={view}
        result={result}
        repetitions={lanes}
        editing={correcting ? tools.events : null}
        marked={marked}
        drawnFrames={drawnFrames}
      />
    </div>
  );
}

/** Over the stage when the film cannot be shown: it is gone, still being made, or not of a kind that plays. */
function FilmState({ trial, player }: Pick<FilmPanelProps, 'trial' | 'player'>) {
  const { film, clip, result } = trial;
  const isUnplayable = usePlayerState(player, (state) => state.isUnplayable);
  if (!film || (film.playable && !isUnplayable)) return null;
  return (
    <div className={css.over}>
      {film.missing || film.playable ? (
        <p className={css.said}>{film.missing ? TRIAL_TEXT.states.missing : TRIAL_TEXT.states.unplayable}</p>
      ) : (
        <JobState clipId={clip.id} playable={false} measured={result !== null} inPlaceOf="film" />
      )}
    </div>
  );
}

/** Landmarks of the pointed-at place, while the film is there. */
function useRinged(player: FilmPlayer, mark: FilmMark | null): readonly number[] | undefined {
  const there = usePlayerState(player, ({ frame }) => mark !== null && frame === mark.frame);
  return there ? mark?.landmarks : undefined;
}

function markedTimes(marks: Marks, worldS: Float64Array): TimeWindow | null {
  const marked = markedFrames(marks);
  if (!marked) return null;
  return { fromS: worldS[marked.from] ?? 0, toS: worldS[Math.min(worldS.length - 1, marked.to + 1)] ?? 0 };
}
