// Every correction in force, in words, each to go to and to take back; undo, redo, and all of them at once.
import type { EditsView } from '../../core/api/views.ts';
import { Button } from '../parts/Button.tsx';
import { useNotice } from '../parts/Notice.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import css from './CorrectionList.module.css';
import { correctionFrame, correctionWords } from './correctionWords.ts';
import type { Corrections } from './useCorrections.ts';

export interface CorrectionListProps {
  readonly edits: EditsView;
  readonly corrections: Pick<Corrections, 'actions' | 'saving' | 'trouble'>;
  /** World time of every frame, s. */
  readonly timeS: Float64Array;
  readonly player: FilmPlayer;
}

const text = TRIAL_TEXT.edit;

export function CorrectionList({ edits, corrections, timeS, player }: CorrectionListProps) {
  const notify = useNotice();
  const { actions } = corrections;
  const reset = (): void => {
    actions.reset();
    notify({ text: text.resetDone });
  };
  return (
    <div className={css.panel}>
      <div className={css.head}>
        <Button onPress={actions.undo} isDisabled={!edits.canUndo}>
          {text.undo}
        </Button>
        <Button onPress={actions.redo} isDisabled={!edits.canRedo}>
          {text.redo}
        </Button>
        <Button look="plain" onPress={reset} isDisabled={edits.edits.length === 0}>
          {text.reset}
        </Button>
        <span className="fine" role="status">
          {corrections.saving ? text.saving : ''}
        </span>
      </div>
      {corrections.trouble && <Trouble trouble={corrections.trouble} />}
      {edits.edits.length === 0 && <p className="quiet">{text.none}</p>}
      <ol className={css.list}>
        {edits.edits.map((edit, place) => {
          const words = correctionWords(edit, timeS);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a correction is its place in the list
            <li key={place} className={css.item}>
              <button
                type="button"
                className={css.words}
                title={text.goTo}
                onClick={() => player.seekFrame(correctionFrame(edit, timeS))}
              >
                {words}
              </button>
              <Button look="plain" aria-label={`${text.remove}: ${words}`} onPress={() => actions.remove(place)}>
                ✕
              </Button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
