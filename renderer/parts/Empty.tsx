// A place with nothing in it yet: says what belongs here and what to do next.
import type { ReactNode } from 'react';
import css from './Empty.module.css';

export interface EmptyProps {
  readonly title: string;
  /** It is all there is on the screen, so its title is the screen's. */
  readonly isScreen?: boolean;
  readonly children?: ReactNode;
}

export function Empty({ title, isScreen, children }: EmptyProps) {
  return (
    <div className={css.empty}>
      {isScreen ? <h1>{title}</h1> : <h2>{title}</h2>}
      <div className={css.next}>{children}</div>
    </div>
  );
}
