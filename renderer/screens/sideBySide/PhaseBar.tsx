// The stride from contact to contact as a bar that both films share: drag it, or use the arrow keys.
import { useState } from 'react';
import { fill } from '../../../core/report/formatNumber.ts';
import { onKey, pointing } from '../../charts/CurveChart.tsx';
import { useCursorPct } from '../../charts/chartCursor.ts';
import { SIDE_BY_SIDE_TEXT } from '../../text/sideBySideText.ts';
import css from './SideBySide.module.css';
import type { StepPlayer } from './stepPlayer.ts';

const text = SIDE_BY_SIDE_TEXT.bar;

export function PhaseBar({ step }: { readonly step: StepPlayer }) {
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const pct = useCursorPct(step) ?? 0;
  const { toeOffAt } = step.pair;
  const part = toeOffAt === null ? '' : pct <= 100 * toeOffAt ? text.stance : text.swing;
  const pctAt = (xPx: number) => Math.round(Math.min(100, Math.max(0, (100 * xPx) / (bar?.clientWidth ?? 1))));
  return (
    <div
      ref={setBar}
      className={css.bar}
      role="slider"
      tabIndex={0}
      aria-label={text.name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={pct}
      aria-valuetext={fill(text.said, { pct, part })}
      onKeyDown={(event) => onKey(event, step, pct)}
      {...pointing(step, (event) => pctAt(event.nativeEvent.offsetX))}
    >
      {toeOffAt !== null && (
        <>
          <span className={css.stance} style={{ width: `${100 * toeOffAt}%` }}>
            {text.stance}
          </span>
          <span className={css.swing} style={{ left: `${100 * toeOffAt}%` }}>
            {text.swing}
          </span>
          <span className={css.mark} style={{ left: `${100 * toeOffAt}%` }}>
            {text.toeOff}
          </span>
        </>
      )}
      <span className={css.mark} data-end="start">
        {text.contact}
      </span>
      <span className={css.mark} data-end="end">
        {text.contact}
      </span>
      <span className={css.cursor} style={{ left: `${pct}%` }} />
    </div>
  );
}
