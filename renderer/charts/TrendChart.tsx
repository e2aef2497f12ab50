// One number over all visits: a mark with its error for each, the band of no change around the baseline, and the verdict of the last.
import { useId, useMemo, useState } from 'react';
import type { TrendLine } from '../../core/compare/trend.ts';
import { displayUnit, fill, formatMargin, formatValue } from '../../core/report/formatNumber.ts';
import { REPORT_TEXT } from '../../core/report/reportText.ts';
import { useSize } from '../player/useSize.ts';
import { CLIENT_TEXT } from '../text/clientText.ts';
import { dayAndMonth, shortDate } from '../text/dates.ts';
import { remPx } from './remPx.ts';
import css from './TrendChart.module.css';
import { TrendMarks } from './TrendMarks.tsx';
import { type TrendArea, trendArea } from './trendArea.ts';

const text = CLIENT_TEXT.trends;

export interface TrendChartProps {
  /** Of one variable: of both legs, or of the whole body; nothing is drawn without one. */
  readonly lines: readonly TrendLine[];
  /** Of the visits, the first first. */
  readonly dates: readonly string[];
}

export function TrendChart({ lines, dates }: TrendChartProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const size = useSize(place);
  const area = useMemo(() => trendArea(size, lines, dates, remPx()), [size, lines, dates]);
  const id = useId();
  const [first] = lines;
  if (!first) return null;
  const title = REPORT_TEXT.parameters[first.id].label;
  return (
    <figure className={css.chart} aria-labelledby={id}>
      <figcaption id={id} className={css.title}>
        <b>{title}</b> <span className="quiet">{displayUnit(first.id, first.unit).name}</span>
      </figcaption>
      <div className={css.lasts}>
        {lines.map((line) => (
          <Last key={line.side} line={line} />
        ))}
      </div>
      <div ref={setPlace} className={css.plot}>
        {size.widthPx > 0 && (
          <svg width={size.widthPx} height={size.heightPx} className={css.drawing} aria-hidden="true">
            {lines.map((line, i) => (
              <TrendMarks key={line.side} line={line} area={area} nth={lines.length > 1 ? i : null} />
            ))}
            <Dates area={area} dates={dates} />
          </svg>
        )}
      </div>
      <TrendTable title={title} lines={lines} dates={dates} />
    </figure>
  );
}

const nameOf = ({ side }: TrendLine): string => (side ? text.sides[side] : text.whole);

/** What the last visit shows, in words. */
function Last({ line }: { readonly line: TrendLine }) {
  const last = line.points.at(-1);
  if (!last) return null;
  const { verdict } = last;
  return (
    <p className={css.last} data-side={line.side ?? 'whole'}>
      {line.side && <span className={css.side}>{nameOf(line)}</span>}
      <span className={css.value}>{valueText(line, last)}</span>
      <span className={css.verdict} data-verdict={verdict}>
        {text.verdicts[verdict]}
        {verdict === 'changed' && ` ${changeText(line, last.difference)}`}
      </span>
    </p>
  );
}

type Point = TrendLine['points'][number];

function valueText({ id, unit }: TrendLine, { value }: Point): string {
  return formatValue(value, displayUnit(id, unit), 'table') ?? '–';
}

/** With its sign. */
function changeText({ id, unit }: TrendLine, difference: number | null): string {
  const shown = displayUnit(id, unit);
  const size = formatValue(difference, shown, 'table');
  return size === null ? '' : `${difference! > 0 ? '+' : ''}${size}`;
}

/** The first and the last; those between have no room. */
function Dates({ area, dates }: { readonly area: TrendArea; readonly dates: readonly string[] }) {
  const y = area.heightPx - 2;
  return (
    <>
      <text className={css.date} x={area.leftPx - 6} y={y}>
        {dayAndMonth(dates[0]!)}
      </text>
      <text className={css.date} x={area.rightPx + 6} y={y} data-end="">
        {dayAndMonth(dates.at(-1)!)}
      </text>
    </>
  );
}

/** The same in words, for those who cannot see the chart. */
function TrendTable({ title, lines, dates }: TrendChartProps & { readonly title: string }) {
  const cell = (line: TrendLine, at: number): string => {
    const point = line.points[at];
    if (!point || point.value === null) return text.missing;
    const margin = formatMargin(point.sigmaRepeat, displayUnit(line.id, line.unit), 'table');
    return `${valueText(line, point)}${margin === null ? '' : ` ± ${margin}`}, ${text.verdicts[point.verdict]}`;
  };
  return (
    <div className="unseen">
      <table>
        <caption>{fill(text.table, { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{text.visit}</th>
            {lines.map((line) => (
              <th key={line.side} scope="col">
                {nameOf(line)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dates.map((date, at) => (
            <tr key={date}>
              <th scope="row">{shortDate(date)}</th>
              {lines.map((line) => (
                <td key={line.side}>{cell(line, at)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
