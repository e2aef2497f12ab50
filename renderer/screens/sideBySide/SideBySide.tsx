// Two clips side by side in step: which clips and which legs, with a sensible choice to begin with.
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { TrialView } from '../../../core/api/views.ts';
import { type LegChoice, nearLeg, type PairableClip, suggestPairs } from '../../../core/compare/suggestPairs.ts';
import type { Session } from '../../../core/records/records.ts';
import type { Side } from '../../../core/types.ts';
import { useCall } from '../../api/queries.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { sideBySidePlace, trialPlace } from '../../shell/places.ts';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import { useClientClips } from './clientClips.ts';
import { PairChooser } from './PairChooser.tsx';
import { PairScreen } from './PairScreen.tsx';
import css from './SideBySide.module.css';

/** @param props what the address says: `/side-by-side/:a/:b` */
export function SideBySide({ params }: { readonly params: { readonly a: string; readonly b: string } }) {
  const [, go] = useLocation();
  const a = useClip(params.a);
  const b = useClip(params.b);
  const [chosen, choose] = useState<Readonly<Record<string, readonly [Side, Side]>>>({});
  const clips = useClientClips(a.clip?.session.clientId ?? null);
  const address = sideBySidePlace(params.a, params.b);
  const better = chosen[address] ? null : secondFilm(params, clips);
  useEffect(() => {
    if (better) go(better, { replace: true });
  }, [better, go]);
  const trouble = a.trouble ?? b.trouble;
  if (trouble) return <Trouble trouble={trouble} />;
  if (!a.clip || !b.clip)
    return (
      <div className={css.alone}>
        <Progress label={text.opening} done={null} />
      </div>
    );
  const [sideA, sideB] = chosen[address] ?? sensibleSides(a.clip.trial, b.clip.trial);
  const show = (one: LegChoice, other: LegChoice): void => {
    const next = sideBySidePlace(one.clipId, other.clipId);
    choose((before) => ({ ...before, [next]: [one.side, other.side] }));
    if (next !== address) go(next);
  };
  const legs = [
    { ...a.clip, side: sideA },
    { ...b.clip, side: sideB },
  ] as const;
  return (
    <div className={css.screen}>
      <PairChooser legs={legs} clips={clips} onShow={show} />
      {legs.every(({ trial }) => trial.result !== null) ? (
        <PairScreen key={address} legs={legs} />
      ) : (
        <Empty title={text.notMeasured}>
          {legs.map(({ trial }) =>
            trial.result ? null : (
              <Link key={trial.clip.id} href={trialPlace(trial.clip.id)}>
                {text.openClip}
              </Link>
            ),
          )}
        </Empty>
      )}
    </div>
  );
}

function useClip(clipId: string) {
  const trial = useCall('trials.open', { clipId });
  const sessionId = trial.data?.clip.sessionId ?? '';
  const session = useCall('sessions.open', { sessionId }, { enabled: sessionId !== '' });
  const clip: { readonly trial: TrialView; readonly session: Session } | null =
    trial.data && session.data ? { trial: trial.data, session: session.data.session } : null;
  return { clip, trouble: clip ? null : (trial.error ?? session.error) };
}

/** One clip beside itself, and nobody chose that: the film of the other side where there is one. @returns its address, or null */
function secondFilm(params: { readonly a: string; readonly b: string }, clips: readonly PairableClip[]): string | null {
  const own = params.a === params.b ? clips.find(({ id }) => id === params.a) : undefined;
  const sides = own && suggestPairs(clips, own).find(({ occasion }) => occasion === 'sides');
  if (!sides || sides.a.clipId === sides.b.clipId) return null;
  return sideBySidePlace(sides.a.clipId, sides.b.clipId);
}

/** The leg near each camera; of one clip, or of two seen from behind at one visit, left against right. */
function sensibleSides(a: TrialView, b: TrialView): readonly [Side, Side] {
  const view = (trial: TrialView) => trial.result?.capture.view ?? trial.clip.view;
  if (a.clip.id === b.clip.id) return ['left', 'right'];
  return [nearLeg({ view: view(a) }), nearLeg({ view: view(b) })];
}
