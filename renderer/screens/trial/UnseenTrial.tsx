// A clip that nothing is known of yet, or whose film cannot be read: what is going on, and what to do.
import type { TrialView } from '../../../core/api/views.ts';
import { Empty } from '../../parts/Empty.tsx';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import { JobState } from './JobState.tsx';

export function UnseenTrial({ trial }: { readonly trial: TrialView }) {
  return (
    <Empty title={trial.clip.fileName}>
      {!trial.film && <p>{TRIAL_TEXT.states.missing}</p>}
      <JobState clipId={trial.clip.id} playable={false} measured={trial.result !== null} inPlaceOf="numbers" />
    </Empty>
  );
}
