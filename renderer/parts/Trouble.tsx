// A failure where it happened: what happened, what to do, and a way to try again.
import type { ApiErrorCode } from '../../core/api.ts';
import { errorText } from '../errorText.ts';
import { PARTS_TEXT } from '../text/partsText.ts';
import { Button } from './Button.tsx';
import css from './Trouble.module.css';

export interface TroubleProps {
  readonly trouble: { readonly code: ApiErrorCode; readonly message: string };
  readonly onRetry?: () => void;
}

export function Trouble({ trouble, onRetry }: TroubleProps) {
  return (
    <div role="alert" className={css.trouble}>
      <p>{errorText(trouble)}</p>
      {onRetry && <Button onPress={onRetry}>{PARTS_TEXT.retry}</Button>}
    </div>
  );
}
