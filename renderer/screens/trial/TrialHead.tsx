// The line above the film: which clip this is and what is seen in it, the way to another beside it, and the modes of the screen.
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { TrialView } from '../../../core/api/views.ts';
import { IconToggle } from '../../player/IconButton.tsx';
import { reportPlace, sideBySidePlace } from '../../shell/places.ts';
import { EXERCISE_SCREEN_TEXT } from '../../text/exerciseScreenText.ts';
import { REPORT_SCREEN_TEXT } from '../../text/reportScreenText.ts';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import css from './Trial.module.css';

/** Looking, correcting or drawing; Escape leads back to looking. */
export type Mode = 'look' | 'correct' | 'draw';

export interface TrialHeadProps {
  readonly trial: TrialView;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  /** Before the modes. */
  readonly more: ReactNode;
}

export const TrialHead = memo(function TrialHead({ trial, mode, onMode, more }: TrialHeadProps) {
  const { clip, result } = trial;
  return (
    <div className={css.head}>
      <h1 className={css.title}>{clip.fileName}</h1>
      <span className="quiet">{factsOf(trial).join(', ')}</span>
      <div className={css.modes}>
        {result && !clip.exercise && (
          <Link href={sideBySidePlace(clip.id, clip.id)} className={css.link}>
            {TRIAL_TEXT.sideBySide}
          </Link>
        )}
        {result && !clip.exercise && (
          <Link href={reportPlace([clip.id])} className={css.link}>
            {REPORT_SCREEN_TEXT.link}
          </Link>
        )}
        {more}
        <IconToggle
          icon="edit"
          name={TRIAL_TEXT.edit.mode}
          words={TRIAL_TEXT.edit.mode}
          on={mode === 'correct'}
          isDisabled={result === null}
          onChange={(on) => onMode(on ? 'correct' : 'look')}
        />
        <IconToggle
          icon="draw"
          name={TRIAL_TEXT.draw.mode}
          words={TRIAL_TEXT.draw.mode}
          on={mode === 'draw'}
          onChange={(on) => onMode(on ? 'draw' : 'look')}
        />
      </div>
    </div>
  );
});

function factsOf({ clip, result, exercise }: TrialView): readonly string[] {
  if (clip.exercise) {
    const name = EXERCISE_SCREEN_TEXT.names[clip.exercise];
    return exercise?.view ? [name, EXERCISE_SCREEN_TEXT.views[exercise.view]] : [name];
  }
  const seen = result ? [TRIAL_TEXT.views[result.capture.view], TRIAL_TEXT.gaits[result.gait]] : [];
  return clip.condition ? [...seen, TRIAL_TEXT.conditions[clip.condition]] : seen;
}
