// The line above the film: which clip this is, what weakens it, and the modes of the screen.
import type { TrialView } from '../../../core/api/views.ts';
import { IconToggle } from '../../player/IconButton.tsx';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import css from './Trial.module.css';

/** Looking, correcting or drawing; Escape leads back to looking. */
export type Mode = 'look' | 'correct' | 'draw';

export interface TrialHeadProps {
  readonly trial: TrialView;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  /** There is a result to correct. */
  readonly canCorrect: boolean;
}

export function TrialHead({ trial, mode, onMode, canCorrect }: TrialHeadProps) {
  const { clip } = trial;
  return (
    <div className={css.head}>
      <h1 className={css.title}>{clip.fileName}</h1>
      <span className="quiet">{clip.condition ? TRIAL_TEXT.conditions[clip.condition] : ''}</span>
      <div className={css.modes}>
        <IconToggle
          icon="edit"
          name={TRIAL_TEXT.edit.mode}
          words={TRIAL_TEXT.edit.mode}
          on={mode === 'correct'}
          isDisabled={!canCorrect}
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
}
