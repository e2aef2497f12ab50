// The quiet word after something was saved; it goes by itself.
import { useEffect, useState } from 'react';
import { PARTS_TEXT } from '../text/partsText.ts';
import css from './SavedMark.module.css';
import { Sign } from './Sign.tsx';

const SHOWN_MS = 2500;

/** @param at when it was saved, ms; 0 = not yet */
export function SavedMark({ at }: { readonly at: number }) {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (at === 0) return;
    setShown(at);
    const timer = setTimeout(() => setShown(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [at]);
  return (
    <span role="status" className={css.mark}>
      {shown > 0 && (
        <span key={shown} className={css.saved}>
          <Sign name="check" />
          {PARTS_TEXT.saved}
        </span>
      )}
    </span>
  );
}
