// One clip: the film with what was seen in it, its time, its numbers, and its corrections.
import { useCall } from '../../api/queries.ts';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import css from './Trial.module.css';
import { TrialScreen } from './TrialScreen.tsx';
import { UnseenTrial } from './UnseenTrial.tsx';

/** @param props what the address says: `/trial/:clipId` */
export function Trial({ params }: { readonly params: { readonly clipId: string } }) {
  const { data: trial, error, refetch } = useCall('trials.open', { clipId: params.clipId });
  if (error && !trial) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (!trial)
    return (
      <div className={css.alone}>
        <Progress label={TRIAL_TEXT.states.reading} done={null} />
      </div>
    );
  const timeS = trial.result ? fileTimes(trial.result.timeS, trial.clip.capture.slowMotion) : trial.film?.timeS;
  if (!timeS || timeS.length === 0) return <UnseenTrial trial={trial} />;
  // Another clip, or a first result, which may be of a part of the film only, is another screen with a player of its own.
  return <TrialScreen key={`${trial.clip.id} ${timeS.length}`} trial={trial} timeS={timeS} />;
}

/** World times back on the film's clock, s. */
function fileTimes(worldS: Float64Array, slowMotion: number): Float64Array {
  return worldS.map((t) => t * slowMotion);
}
