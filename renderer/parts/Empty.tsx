// A place with nothing in it yet: says what belongs here and what to do next.
import type { ReactNode } from 'react';
import css from './Empty.module.css';

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <h2>{title}</h2>
      <div className={css.next}>{children}</div>
    </div>
  );
}
