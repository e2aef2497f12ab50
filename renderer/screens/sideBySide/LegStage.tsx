// One film of the pair on its stage, with its skeleton, its name and the phase it shows.
import { useEffect, useState } from 'react';
import type { FilmView } from '../../../core/api/filmView.ts';
import { phaseOf } from '../../../core/phase/legPhase.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import type { TrialResult } from '../../../core/types.ts';
import { LineSample } from '../../charts/LineSample.tsx';
import { BodyOverlay } from '../../overlay/BodyOverlay.tsx';
import { FilmStage } from '../../player/FilmStage.tsx';
import { useStage } from '../../player/stageContext.ts';
import { usePlayerState } from '../../player/usePlayer.ts';
import { useSize } from '../../player/useSize.ts';
import { useZoom } from '../../player/useZoom.ts';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import type { LegFilm } from './legFilm.ts';
import type { PairNames } from './pairNames.ts';
import css from './SideBySide.module.css';
import { type Runner, useRunnerZoom } from './useRunnerZoom.ts';

export interface LegStageProps {
  readonly film: LegFilm;
  readonly view: FilmView | null;
  readonly result: TrialResult;
  readonly name: string;
  readonly look: PairNames['looks'][number];
  /** Where both toe-offs stand on the pair's clock. */
  readonly toeOffAt: number | null;
  readonly mirrored: boolean;
  readonly skeleton: boolean;
  readonly angles: boolean;
  readonly runner: Runner | null;
  readonly otherRunner: Runner | null;
  /** The whole picture instead of the runner. */
  readonly whole: boolean;
}

export function LegStage(props: LegStageProps) {
  const { film, view, result, name, look, toeOffAt, mirrored, skeleton, angles } = props;
  const zoom = useZoom();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useRunnerZoom(zoom, props.runner, props.otherRunner, useSize(place), props.whole);
  const source = view ?? { widthPx: 1280, heightPx: 720 };
  return (
    <div ref={setPlace} className={css.stage}>
      <FilmStage
        player={film.player}
        source={source}
        filmPath={view?.playable ? view.filmPath : null}
        mirrored={mirrored}
        zoom={zoom}
        label={fill(text.film, { name })}
      >
        <VideoTap film={film} />
        <BodyOverlay result={result} skeleton={skeleton} angles={angles} />
        <div className={css.label}>
          <LineSample look={look} />
          <b>{name}</b>
          <ShownPhase film={film} toeOffAt={toeOffAt} />
        </div>
        {!view?.playable && <p className={css.noFilm}>{text.noFilm}</p>}
      </FilmStage>
    </div>
  );
}

/** Hands the film's element to the one who keeps two of them in step. */
function VideoTap({ film }: { readonly film: LegFilm }) {
  const { video } = useStage();
  useEffect(() => {
    film.video = video;
    return () => {
      film.video = null;
    };
  }, [film, video]);
  return null;
}

/** The phase of the picture that is on the screen. */
function ShownPhase({ film, toeOffAt }: Pick<LegStageProps, 'film' | 'toeOffAt'>) {
  const frame = usePlayerState(film.player, (state) => state.frame);
  const place = phaseOf(film.leg, film.timeS[frame] ?? Number.NaN, toeOffAt);
  return (
    <span className={css.phase} data-place={place?.toFixed(4)} data-frame={frame}>
      {place !== null && fill(text.phase, { pct: Math.floor(100 * (place % 1)) })}
    </span>
  );
}
