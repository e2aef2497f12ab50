// One part of the settings: its heading to the left, its fields to the right where there is room.
import { type ReactNode, useId } from 'react';
import { SavedMark } from '../../parts/SavedMark.tsx';
import css from './Part.module.css';

export interface PartProps {
  readonly title: string;
  readonly words?: string;
  /** When something of it was saved, ms; 0 = not yet. */
  readonly savedAt?: number;
  readonly children: ReactNode;
}

export function Part({ title, words, savedAt = 0, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={css.part}>
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        {words && <p className="fine">{words}</p>}
        <SavedMark at={savedAt} />
      </div>
      <div className={css.fields}>{children}</div>
    </section>
  );
}
