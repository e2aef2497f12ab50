// Both bodies at the same phase laid on each other: pelvis on pelvis, legs of one length, both running as the first film does.
import { useMemo } from 'react';
import { legLengthPx, type PelvisLine, pelvisSkeleton } from '../../../core/phase/pelvisSkeleton.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import type { TrialResult } from '../../../core/types.ts';
import { usePlayerState } from '../../player/usePlayer.ts';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import type { LegFilm } from './legFilm.ts';
import type { PairNames } from './pairNames.ts';
import css from './SideBySide.module.css';
import type { StepPlayer } from './stepPlayer.ts';

export interface BodiesProps extends PairNames {
  readonly step: StepPlayer;
  readonly results: readonly [TrialResult, TrialResult];
}

/** In leg lengths around the pelvis: a head above, a foot below, a stride before and behind. */
const VIEW = '-0.85 -0.95 1.7 2.15';

export function BodiesOnEachOther({ step, results, names, looks }: BodiesProps) {
  const lines = [useBody(step.a, results[0]), useBody(step.b, results[1])];
  // As the films beside it run.
  const facesLeft = results[0].capture.facing === -1;
  return (
    <figure className={css.bodies}>
      <svg viewBox={VIEW} role="img" aria-label={fill(text.bodiesAlt, { a: names[0], b: names[1] })}>
        {lines.map((body, i) => (
          <g
            key={looks[i as 0 | 1]}
            transform={facesLeft ? 'scale(-1 1)' : undefined}
            data-look={looks[i as 0 | 1]}
            className={css.runner}
          >
            {body.map((line, at) => (
              <polyline
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and no state.
                key={at}
                className={css.bone}
                data-leg={line.leg ?? 'trunk'}
                data-part={line.part}
                points={line.points.map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`).join(' ')}
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="fine">{text.bodiesNote}</figcaption>
    </figure>
  );
}

function useBody(film: LegFilm, { clean, capture }: TrialResult): readonly PelvisLine[] {
  const frame = usePlayerState(film.player, (state) => state.frame);
  const { side } = film.leg;
  const legPx = useMemo(() => legLengthPx(clean, side), [clean, side]);
  return useMemo(() => pelvisSkeleton(clean, frame, capture, side, legPx), [clean, frame, capture, side, legPx]);
}
