// The measures of both legs with their difference and a verdict in words.

import { fill } from '../../../core/report/formatNumber.ts';
import type { Cell, RowGroup } from '../../../core/report/parameterRows.ts';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import table from '../trial/numbers/Numbers.module.css';
import type { PairNames } from './pairNames.ts';
import css from './SideBySide.module.css';

export interface PairTableProps extends PairNames {
  readonly groups: readonly RowGroup[];
}

export function PairTable({ groups, names, looks }: PairTableProps) {
  return (
    <>
      <table className={table.table}>
        <caption className="unseen">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.measure}</th>
            {names.map((name, i) => (
              <th key={looks[i as 0 | 1]} scope="col" className={css.valueHead} data-look={looks[i as 0 | 1]}>
                {name}
              </th>
            ))}
            <th scope="col" className={table.number}>
              {looks[1] === 'later' ? text.change : fill(text.differenceHead, { a: names[0], b: names[1] })}
            </th>
            <th scope="col">{text.verdict}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr>
              <th scope="colgroup" colSpan={5} className={table.group}>
                {group.title}
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.id} data-row>
                <th scope="row" className={table.measure}>
                  {row.label} {row.unit && <span className={table.unit}>{row.unit}</span>}
                </th>
                <Value cell={row.left} />
                <Value cell={row.right} />
                <td className={table.number}>{row.difference}</td>
                <td className={table.verdict} data-verdict={row.verdict?.kind}>
                  {row.verdict?.text}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="fine">{text.note}</p>
    </>
  );
}

function Value({ cell }: { readonly cell: Cell }) {
  return (
    <td className={table.value}>
      <span className={css.value} data-quality={cell.quality}>
        {cell.text}
        {cell.margin !== null && <span className={table.margin}> ± {cell.margin}</span>}
        {cell.quality === 'caution' && (
          <span className={css.unsure} title={text.unsure}>
            <span className="unseen">, {text.unsure}</span>
          </span>
        )}
      </span>
    </td>
  );
}
