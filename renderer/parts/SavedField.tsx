// A field that is edited in place: saved when it is left, with a quiet word that it was; Escape brings back what was there.
import { type FocusEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { ApiProblem } from '../api/connection.ts';
import { errorText } from '../errorText.ts';
import { Field, type FieldProps } from './Field.tsx';
import { SavedMark } from './SavedMark.tsx';

export interface SavedFieldProps extends Omit<FieldProps, 'value' | 'onChange' | 'wrong'> {
  /** As it is kept. */
  readonly value: string;
  /** @returns what is wrong with it, null when it may be saved */
  readonly check?: (text: string) => string | null;
  readonly save: (text: string) => Promise<unknown>;
}

export function SavedField({ value, check, save, ...rest }: SavedFieldProps) {
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  const [savedAt, setSavedAt] = useState(0);
  useEffect(() => setText(value), [value]);

  const keep = async (): Promise<void> => {
    const found = text.trim() === value ? null : (check?.(text) ?? null);
    setWrong(found);
    if (found || text.trim() === value) return;
    try {
      await save(text.trim());
      setSavedAt(Date.now());
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setWrong(errorText(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      setText(value);
      setWrong(null);
    } else if (event.key === 'Enter' && !rest.rows) void keep();
  };
  const onBlur = (event: FocusEvent): void => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) void keep();
  };
  return (
    <Field
      {...rest}
      value={text}
      onChange={setText}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      wrong={wrong}
      beside={<SavedMark at={savedAt} />}
    />
  );
}
