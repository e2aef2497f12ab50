// An open injury in a few words: region, side and whether it is still active.
import type { Injury } from '../../../core/records/records.ts';
import { opening } from '../../../core/report/formatNumber.ts';
import { CLIENTS_TEXT } from '../../text/clientsText.ts';
import css from './InjuryMark.module.css';

export function InjuryMark({ injury }: { readonly injury: Pick<Injury, 'region' | 'side' | 'status'> }) {
  const { region, side, status } = injury;
  return (
    <span className={css.mark} data-status={status}>
      <span>
        {opening(region)}
        {side && <span className={css.side}> {CLIENTS_TEXT.sides[side]}</span>}
      </span>
      <span className={css.status}>{CLIENTS_TEXT.status[status]}</span>
    </span>
  );
}
