// A screen that scrolls as a whole: its heading with what can be done, and its content at a readable width.
import type { ReactNode } from 'react';
import css from './Page.module.css';

export interface PageProps {
  readonly title: string;
  /** Behind the title, quieter. */
  readonly beside?: ReactNode;
  /** Below the title: a line of facts. */
  readonly below?: ReactNode;
  /** To the right: what can be done here. */
  readonly actions?: ReactNode;
  /** For reading and forms rather than for tables. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, beside, below, actions, narrow, children }: PageProps) {
  return (
    <div className={css.screen}>
      <div className={narrow ? `${css.page} ${css.narrow}` : css.page}>
        <header className={css.head}>
          <div className={css.titles}>
            <div className={css.line}>
              <h1>{title}</h1>
              {beside}
            </div>
            {below}
          </div>
          {actions && <div className={css.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}
