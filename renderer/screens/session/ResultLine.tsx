// What a measured film says in a line: cadence, and the contact of each leg.
import type { TrendClip } from '../../../core/api/views.ts';
import { displayUnit, fill, formatMargin, formatValue } from '../../../core/report/formatNumber.ts';
import type { Parameter } from '../../../core/types.ts';
import { counted } from '../../text/dates.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import css from './ClipCard.module.css';

const text = SESSION_TEXT.clip;

export function ResultLine({ measured }: { readonly measured: TrendClip }) {
  const { parameters, edits } = measured;
  const cadence = parameters.find(({ id }) => id === 'cadence');
  const contact = (side: 'left' | 'right') => parameters.find((one) => one.id === 'contactTime' && one.side === side);
  return (
    <p className={css.result}>
      {cadence && <Value name={text.cadence} parameter={cadence} />}
      {(['left', 'right'] as const).map((side) => {
        const parameter = contact(side);
        return (
          parameter && (
            <Value key={side} name={`${text.contact} ${text[side]}`} parameter={parameter} look={css[side]} />
          )
        );
      })}
      {edits > 0 && <span className="fine">{counted(edits, text.edits)}</span>}
    </p>
  );
}

interface ValueProps {
  readonly name: string;
  readonly parameter: Parameter;
  readonly look?: string;
}

function Value({ name, parameter: { id, unit, value, sigma }, look }: ValueProps) {
  const shown = displayUnit(id, unit);
  const written = formatValue(value, shown, 'table');
  const margin = formatMargin(sigma, shown, 'table');
  return (
    <span className={`${css.number} ${look ?? ''}`}>
      <span className="quiet">{name}</span>{' '}
      {written === null ? (
        <span className="quiet">{text.notMeasured}</span>
      ) : (
        <>
          <b>{margin === null ? written : fill(text.value, { value: written, margin })}</b>
          {shown.suffix}
        </>
      )}
    </span>
  );
}
