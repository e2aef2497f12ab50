// One number of the table with its margin and how far it can be trusted; pressing it says where it comes from.
import { Button } from 'react-aria-components';
import { fill } from '../../../../core/report/formatNumber.ts';
import type { Cell } from '../../../../core/report/parameterRows.ts';
import { NUMBERS_TEXT } from '../../../text/numbersText.ts';
import css from './Numbers.module.css';

const text = NUMBERS_TEXT.table;

export interface ValueCellProps {
  readonly cell: Cell;
  /** Measure and side. */
  readonly name: string;
  readonly unit: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

export function ValueCell({ cell, name, unit, isOpen, onOpen }: ValueCellProps) {
  if (cell.quality === 'none') return null;
  const margin = cell.margin === null ? '' : fill(text.marginSaid, { margin: cell.margin });
  const trust = cell.letter === null ? '' : fill(text.trustSaid[cell.quality], { letter: cell.letter });
  return (
    <Button
      className={css.cell}
      data-quality={cell.quality}
      data-number
      aria-expanded={isOpen}
      aria-label={fill(text.said, { name, value: cell.text, unit, margin, trust }).trim()}
      onPress={onOpen}
    >
      {cell.text}
      {cell.margin !== null && <span className={css.margin}> ± {cell.margin}</span>}
      <sup className={css.letter}>{cell.letter}</sup>
    </Button>
  );
}
