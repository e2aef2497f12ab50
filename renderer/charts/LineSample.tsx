// A short piece of a line, beside its name.
import css from './CurveChart.module.css';
import type { LineLook } from './lineLook.ts';

export function LineSample({ look }: { readonly look: LineLook }) {
  return (
    <svg width="26" height="10" className={css[look]} aria-hidden="true">
      <rect className={css.band} y="1" width="26" height="8" />
      <path className={css.mean} d="M0 5h26" />
    </svg>
  );
}
