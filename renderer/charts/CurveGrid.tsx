// Charts of one size beside one another, as many in a row as fit.
import type { ReactNode } from 'react';
import css from './CurveGrid.module.css';

export function CurveGrid({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={css.grid} aria-label={label}>
      {children}
    </section>
  );
}
