// The table of measures: left, right, their difference and a verdict in words; each number opens what it is made of.
import { Fragment, memo, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { type ParameterRow, parameterRows } from '../../../../core/report/parameterRows.ts';
import { REPORT_TEXT } from '../../../../core/report/reportText.ts';
import type { ParameterId, Side } from '../../../../core/types.ts';
import { NUMBERS_TEXT } from '../../../text/numbersText.ts';
import type { TrialPanelProps } from '../trialPanel.ts';
import { Explain } from './Explain.tsx';
import { onGridKey } from './gridKeys.ts';
import css from './Numbers.module.css';
import { ValueCell } from './ValueCell.tsx';

/** Which number is explained. */
export interface Chosen {
  readonly id: ParameterId;
  readonly side: Side | null;
}

const text = NUMBERS_TEXT.table;
const COLUMNS = 5;

export function Numbers(props: TrialPanelProps) {
  const { result, provisional, onPoint } = props;
  const [chosen, choose] = useState<Chosen | null>(null);
  const { groups, reasons } = useMemo(
    () => parameterRows(result.parameters, result.asymmetry, REPORT_TEXT),
    [result.parameters, result.asymmetry],
  );
  const unpoint = useEffectEvent(() => onPoint(null));
  useEffect(() => () => unpoint(), []);
  const close = () => {
    choose(null);
    onPoint(null);
  };
  if (groups.length === 0) return <p className="quiet">{REPORT_TEXT.table.none}</p>;
  const toggle = (id: ParameterId, side: Side | null) => {
    if (chosen?.id === id && chosen.side === side) close();
    else choose({ id, side });
  };
  return (
    <div className={css.numbers} data-provisional={provisional || undefined}>
      <table className={css.table} onKeyDown={(event) => onGridKey(event, close)}>
        <caption className="unseen">{text.caption}</caption>
        <Head />
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr>
              <th scope="colgroup" colSpan={COLUMNS} className={css.group}>
                {group.title}
              </th>
            </tr>
            {group.rows.map((row) => (
              <Fragment key={row.id}>
                <StillRow row={row} chosen={chosen?.id === row.id ? chosen : null} onToggle={toggle} />
                {chosen?.id === row.id && (
                  <tr>
                    <td colSpan={COLUMNS} className={css.opened}>
                      <Explain {...props} key={`${chosen.id} ${chosen.side}`} chosen={chosen} onClose={close} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
      <p className="fine">{REPORT_TEXT.table.note}</p>
      {reasons.length > 0 && (
        <section className={css.reasons} aria-label={REPORT_TEXT.reasons.title}>
          <h3>{REPORT_TEXT.reasons.title}</h3>
          <ul>
            {reasons.map((reason) => (
              <li key={reason.letter}>
                <sup className={css.letter}>{reason.letter}</sup> <b>{reason.measures}.</b> {reason.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Head() {
  const words = REPORT_TEXT.table;
  return (
    <thead>
      <tr>
        <th scope="col">{words.measure}</th>
        <th scope="col" className={css.left}>
          {words.left}
        </th>
        <th scope="col" className={css.right}>
          {words.right}
        </th>
        <th scope="col" className={css.number}>
          {words.difference}
        </th>
        <th scope="col">{words.verdict}</th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly row: ParameterRow;
  /** The number of this row that is open; null = none. */
  readonly chosen: Chosen | null;
  readonly onToggle: (id: ParameterId, side: Side | null) => void;
}

function Row({ row, chosen, onToggle }: RowProps) {
  const cell = (side: Side | null) => {
    const shown = side === null ? row.whole : row[side];
    if (shown === null) return null;
    const name = side === null ? row.label : `${row.label}, ${REPORT_TEXT.sideInSentence[side]}`;
    const isOpen = chosen !== null && chosen.side === side;
    return <ValueCell cell={shown} name={name} unit={row.unit} isOpen={isOpen} onOpen={() => onToggle(row.id, side)} />;
  };
  return (
    <tr data-row data-open={chosen ? '' : undefined}>
      <th scope="row" className={css.measure}>
        {row.label} {row.unit && <span className={css.unit}>{row.unit}</span>}
      </th>
      {row.whole ? (
        <td colSpan={2} className={css.whole}>
          {cell(null)}
        </td>
      ) : (
        <>
          <td className={css.value}>{cell('left')}</td>
          <td className={css.value}>{cell('right')}</td>
        </>
      )}
      <td className={css.number}>{row.difference}</td>
      <td className={css.verdict} data-verdict={row.verdict?.kind}>
        {row.verdict?.text}
      </td>
    </tr>
  );
}

/**
 * Drawn anew only when something is written otherwise: while a joint is dragged most rows stay as they are. What a press does depends
 * on nothing but the row and whether it is open, so an older `onToggle` does the same.
 */
const StillRow = memo(
  Row,
  (before, now) => before.chosen === now.chosen && JSON.stringify(before.row) === JSON.stringify(now.row),
);
