// What the lines of the charts are, which leg the cursor follows, and where the grey bars come from.
import { memo } from 'react';
import { Button, Dialog, DialogTrigger, Label, Popover, Radio, RadioGroup } from 'react-aria-components';
import type { NormMark } from '../../../../core/norms/normMarks.ts';
import { displayUnit, fill, formatNumber, formatValue, opening } from '../../../../core/report/formatNumber.ts';
import { REPORT_TEXT } from '../../../../core/report/reportText.ts';
import { SIDES, type Side } from '../../../../core/types.ts';
import { LineSample } from '../../../charts/LineSample.tsx';
import { NUMBERS_TEXT } from '../../../text/numbersText.ts';
import css from './Curves.module.css';

const text = NUMBERS_TEXT.curves;

export interface CurveKeyProps {
  /** In the mean of each leg. */
  readonly strides: Readonly<Record<Side, number>>;
  readonly norms: readonly NormMark[];
  readonly followed: Side;
  readonly onFollow: (side: Side) => void;
}

export const CurveKey = memo(function CurveKey({ strides, norms, followed, onFollow }: CurveKeyProps) {
  return (
    <div className={css.key}>
      {SIDES.map((side) => (
        <span key={side} className={css.sample}>
          <LineSample look={side} />
          {text.lines[side]} <span className="quiet">{fill(text.strides, { n: strides[side] })}</span>
        </span>
      ))}
      <span className="quiet">{text.reading}</span>
      <RadioGroup
        className={css.follow}
        orientation="horizontal"
        value={followed}
        onChange={(side) => onFollow(side as Side)}
      >
        <Label>{text.follows}</Label>
        {SIDES.map((side) => (
          <Radio key={side} value={side} className={css.choice}>
            {text.legs[side]}
          </Radio>
        ))}
      </RadioGroup>
      <HealthyRange norms={norms} />
    </div>
  );
});

function HealthyRange({ norms }: Pick<CurveKeyProps, 'norms'>) {
  return (
    <DialogTrigger>
      <Button className={css.healthy}>
        <span className={css.bar} aria-hidden="true" />
        {norms.length > 0 ? text.healthy : text.healthyNone}
      </Button>
      <Popover className={css.popover} placement="bottom end">
        <Dialog className={css.dialog} aria-label={text.healthyHint}>
          <p>{norms.length > 0 ? text.healthyNote : text.healthyWhy}</p>
          <ul>
            {norms.map(({ id, band }) => {
              const unit = displayUnit(id, 'deg');
              const range = [band.low, band.high].map((deg) => formatValue(deg, unit, 'plain')).join(text.to);
              const speeds = fill(text.healthyAt, {
                from: formatNumber(band.fromMs, 2),
                to: formatNumber(band.toMs, 2),
              });
              return (
                <li key={id}>
                  <b>{REPORT_TEXT.parameters[id].label}</b> {range}° <br />
                  <span className="fine">
                    {band.population}; {speeds}. {opening(band.source)}
                    {band.provisional && `. ${text.provisional}`}
                  </span>
                </li>
              );
            })}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
