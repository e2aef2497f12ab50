// One angle over the mean stride: drag it, hover it or use the arrow keys, and the film goes to that phase.
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useMemo, useState } from 'react';
import type { NormMark } from '../../core/norms/normMarks.ts';
import type { CurvePanel } from '../../core/report/curvePanels.ts';
import { fill, formatNumber } from '../../core/report/formatNumber.ts';
import { useSize } from '../player/useSize.ts';
import { NUMBERS_TEXT } from '../text/numbersText.ts';
import { CursorMarks } from './CursorMarks.tsx';
import css from './CurveChart.module.css';
import { CurvePlot } from './CurvePlot.tsx';
import { CurveTable } from './CurveTable.tsx';
import { chartArea } from './chartArea.ts';
import { type ChartCursor, useCursorPct } from './chartCursor.ts';
import type { LineLook } from './lineLook.ts';
import { remPx } from './remPx.ts';

export interface CurveChartProps {
  readonly panel: CurvePanel;
  readonly cursor: ChartCursor;
  readonly looks: readonly [LineLook, LineLook];
  /** What the two lines are called, e.g. `Left`, `Right`. */
  readonly names: readonly [string, string];
  readonly norms?: readonly NormMark[];
  /** Why a line is missing, in place of the panel's own short word. */
  readonly missing?: string | null;
  /** What can be done with the chart, at the end of its head. */
  readonly menu?: ReactNode;
}

const NO_NORMS: readonly NormMark[] = [];
const text = NUMBERS_TEXT.curves;

export function CurveChart({
  panel,
  cursor,
  looks,
  names,
  norms = NO_NORMS,
  missing = panel.missing,
  menu,
}: CurveChartProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const size = useSize(place);
  const area = useMemo(() => chartArea(size, panel, remPx()), [size, panel]);
  const id = useId();
  const lines = useMemo(() => [panel.left, panel.right], [panel]);
  return (
    <figure className={css.chart} aria-labelledby={id}>
      <figcaption className={css.head}>
        <span id={id}>
          <b>{panel.title}</b> <span className={css.up}>{panel.up}</span>
        </span>
        <span className={css.end}>
          <Readout panel={panel} cursor={cursor} looks={looks} />
          {menu}
        </span>
      </figcaption>
      <ChartSlider panel={panel} cursor={cursor} names={names} area={area} onPlace={setPlace}>
        {size.widthPx > 0 && (
          <svg width={size.widthPx} height={size.heightPx} className={css.drawing} aria-hidden="true">
            <CurvePlot panel={panel} area={area} looks={looks} norms={norms} />
            <CursorMarks lines={lines} looks={looks} area={area} cursor={cursor} />
          </svg>
        )}
      </ChartSlider>
      {missing && <p className={css.missing}>{missing}</p>}
      <CurveTable panel={panel} names={names} />
    </figure>
  );
}

/** Both means at the cursor. */
function Readout({ panel, cursor, looks }: Pick<CurveChartProps, 'panel' | 'cursor' | 'looks'>) {
  const pct = useCursorPct(cursor);
  if (pct === null) return null;
  return (
    <span className={css.readout} aria-hidden="true">
      {[panel.left, panel.right].map((line, i) => {
        const deg = line?.meanDeg[pct];
        const look = looks[i as 0 | 1];
        return (
          <span key={look} className={css[look]}>
            {deg == null ? '–' : `${formatNumber(deg, 0)}°`}
          </span>
        );
      })}
    </span>
  );
}

interface ChartSliderProps extends Pick<CurveChartProps, 'panel' | 'cursor' | 'names'> {
  readonly area: ReturnType<typeof chartArea>;
  readonly onPlace: (place: HTMLElement | null) => void;
  readonly children: ReactNode;
}

/** The chart as a slider of the phase. */
function ChartSlider({ panel, cursor, names, area, onPlace, children }: ChartSliderProps) {
  const pct = useCursorPct(cursor);
  const values = [panel.left, panel.right].map((line, i) => {
    const deg = pct === null ? null : line?.meanDeg[pct];
    return deg == null ? '' : fill(text.valueAt, { name: names[i]!, deg: formatNumber(deg, 0) });
  });
  const said =
    pct === null ? text.noPhase : [fill(text.phaseAt, { pct }), ...values.filter((one) => one !== '')].join(', ');
  return (
    <div
      ref={onPlace}
      className={css.plot}
      role="slider"
      tabIndex={0}
      aria-label={`${panel.title}. ${panel.alt}`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={pct ?? 0}
      aria-valuetext={said}
      onKeyDown={(event) => onKey(event, cursor, pct ?? 0)}
      {...pointing(cursor, (event) => area.pctAt(event.nativeEvent.offsetX))}
    >
      {children}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** Arrow keys move the phase; they must not also step the film. */
export function onKey(event: KeyboardEvent, cursor: ChartCursor, pct: number): void {
  const step = STEPS[event.key];
  const wanted =
    step !== undefined
      ? pct + step * (event.shiftKey ? 10 : 1)
      : event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? 100
          : null;
  if (wanted === null || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  cursor.goTo(Math.min(100, Math.max(0, wanted)));
}

/** Press and drag go there; merely looking shows it until the pointer leaves. */
export function pointing(cursor: ChartCursor, pctOf: (event: PointerEvent<HTMLElement>) => number) {
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      cursor.goTo(pctOf(event));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) cursor.goTo(pctOf(event));
      else if (event.pointerType === 'mouse') cursor.look?.(pctOf(event));
    },
    onPointerLeave: () => cursor.look?.(null),
  };
}
