// The question before something is gone for good.
import type { ApiProblem } from '../api/connection.ts';
import { PARTS_TEXT } from '../text/partsText.ts';
import { Button } from './Button.tsx';
import css from './Form.module.css';
import { Trouble } from './Trouble.tsx';
import { Window } from './Window.tsx';

export interface ConfirmProps {
  readonly title: string;
  readonly words: string;
  /** What is done, on the button. */
  readonly action: string;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly error: ApiProblem | null;
  readonly onDo: () => void;
  readonly onClose: () => void;
}

export function Confirm({ title, words, action, isOpen, isBusy, error, onDo, onClose }: ConfirmProps) {
  return (
    <Window title={title} isOpen={isOpen} onClose={onClose}>
      <div className={css.form}>
        <p>{words}</p>
        {error && <Trouble trouble={error} />}
        <div className={css.end}>
          <Button look="plain" onPress={onClose}>
            {PARTS_TEXT.cancel}
          </Button>
          <Button look="danger" onPress={onDo} isPending={isBusy}>
            {action}
          </Button>
        </div>
      </div>
    </Window>
  );
}
