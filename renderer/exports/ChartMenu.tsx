// The way of one chart out of the clinic, behind its three dots.
import type { ExportAsk } from '../../core/api/exports.ts';
import { fill } from '../../core/report/formatNumber.ts';
import { MoreMenu } from '../parts/MoreMenu.tsx';
import { EXPORT_TEXT } from '../text/exportText.ts';
import { useExport } from './useExport.ts';

export interface ChartMenuProps {
  /** Of the chart. */
  readonly title: string;
  readonly askFor: (format: 'svg' | 'png') => ExportAsk;
}

const text = EXPORT_TEXT.chart;
const ITEMS = [
  { id: 'png', name: text.png },
  { id: 'svg', name: text.svg },
] as const;

export function ChartMenu({ title, askFor }: ChartMenuProps) {
  const start = useExport();
  return (
    <MoreMenu
      quiet
      small
      label={fill(text.menu, { title })}
      items={ITEMS}
      onChoose={(id) => start(askFor(id === 'svg' ? 'svg' : 'png'))}
    />
  );
}
