// What one number is made of: its moment on the film, its landmarks, formula, error, healthy range and sources.
import { createElement, useEffect, useEffectEvent, useMemo } from 'react';
import {
  type ErrorPart,
  type ExplainedNumber,
  explainNumber,
} from '../../../../core/report/explain/explainParameter.ts';
import type { Moment } from '../../../../core/report/explain/moments.ts';
import { fill, formatNumber } from '../../../../core/report/formatNumber.ts';
import { REPORT_TEXT } from '../../../../core/report/reportText.ts';
import { Button } from '../../../parts/Button.tsx';
import { usePlayerState } from '../../../player/usePlayer.ts';
import { NUMBERS_TEXT } from '../../../text/numbersText.ts';
import type { TrialPanelProps } from '../trialPanel.ts';
import css from './Explain.module.css';
import { ExplainFigure } from './ExplainFigure.tsx';
import type { Chosen } from './Numbers.tsx';

const text = NUMBERS_TEXT.explain;

export interface ExplainProps extends TrialPanelProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

export function Explain({ result, player, onPoint, chosen, onClose }: ExplainProps) {
  const { id, side } = chosen;
  const explained = useMemo(() => explainNumber(result, id, side, REPORT_TEXT), [result, id, side]);
  const frame = explained?.typical?.frame ?? null;
  const landmarks = useMemo(() => explained?.landmarks ?? [], [explained]);
  const point = useEffectEvent(() => {
    if (frame !== null) onPoint({ frame, landmarks });
  });
  useEffect(() => point(), []);
  if (explained === null) return null;
  const { explanation, value, margin, quality, reason } = explained;
  return (
    <section className={css.explain} aria-label={fill(text.name, { title: explanation.title })}>
      <header className={css.head}>
        <p className={css.value}>
          {value ?? REPORT_TEXT.notMeasurable}
          {margin && <span className={css.margin}> ± {margin}</span>}
        </p>
        <p className={css.what}>{explanation.what}</p>
        <Button look="plain" onPress={onClose} aria-label={text.close}>
          ✕
        </Button>
      </header>
      {reason && (
        <p className={css.reason} data-quality={quality}>
          <b>{text.quality[quality]}.</b> {reason}
        </p>
      )}
      <div className={css.body}>
        <OnFilm result={result} player={player} onPoint={onPoint} explained={explained} />
        <Facts explained={explained} />
      </div>
    </section>
  );
}

interface OnFilmProps extends Pick<TrialPanelProps, 'result' | 'player' | 'onPoint'> {
  readonly explained: ExplainedNumber;
}

/** The moment in every stride that counts, the typical one marked. */
function OnFilm({ result, player, onPoint, explained }: OnFilmProps) {
  const shown = usePlayerState(player, (state) => state.frame);
  const { moments, typical, landmarks } = explained;
  const at = moments.find((moment) => moment.frame === shown) ?? typical;
  if (at === null) return <p className="quiet">{text.noMoment}</p>;
  const said = (moment: Moment, n: number) =>
    fill(moment.angleDeg === null ? text.moment : text.momentAngle, {
      n,
      side: REPORT_TEXT.sideInSentence[moment.side],
      time: formatNumber(moment.timeS, 2),
      angle: formatNumber(moment.angleDeg ?? 0, 1),
    });
  return (
    <div className={css.film}>
      <ExplainFigure result={result} frame={at.frame} landmarks={landmarks} />
      <p className="fine">{said(at, moments.indexOf(at) + 1)}</p>
      <fieldset className={css.moments}>
        <legend className="fine">{text.moments}</legend>
        {moments.map((moment, i) => (
          <Button
            key={`${moment.side} ${moment.strideStartS}`}
            look="plain"
            className={css.moment}
            data-shown={moment === at || undefined}
            data-typical={moment === typical || undefined}
            aria-label={said(moment, i + 1)}
            aria-pressed={moment === at}
            onPress={() => onPoint({ frame: moment.frame, landmarks })}
          >
            {i + 1}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

function Facts({ explained }: { readonly explained: ExplainedNumber }) {
  const { explanation, strides, sd, errors, landmarkNames, normWords, difference } = explained;
  return (
    <dl className={css.facts}>
      <dt>{text.formula}</dt>
      <dd>
        <Formula symbols={explanation.formula} />
        <br />
        {explanation.inWords}
      </dd>
      <dt>{text.landmarks}</dt>
      <dd>{landmarkNames.join(', ')}</dd>
      <dt>{text.strides}</dt>
      <dd>{sd === null ? strides : fill(text.stridesSd, { strides, sd })}</dd>
      <dt>{text.error}</dt>
      <dd>
        {errors.length > 0 && <ErrorParts parts={errors} />}
        {explanation.error}
      </dd>
      <dt>{text.healthy}</dt>
      <dd>{normWords}</dd>
      {difference && (
        <>
          <dt>{text.difference}</dt>
          <dd>
            {difference.words} <span className="fine">{difference.source}</span>
          </dd>
        </>
      )}
      <dt>{text.sources}</dt>
      <dd>
        <ul className={css.sources}>
          {explanation.sources.map(({ who, says, kind }) => (
            <li key={says} data-kind={kind}>
              <b>{who}</b>: {says}
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

/** A name after _ hangs below the line. */
function Formula({ symbols }: { readonly symbols: string }) {
  const parts = symbols.split(/_([a-zA-Z]+(?:,[A-Za-z]+)?)/);
  const shown = parts.map((part, i) => (i % 2 === 1 ? createElement('sub', null, part) : part));
  return createElement('span', { className: css.formula }, ...shown);
}

/** Margins that add up in squares, as bars of their size. */
function ErrorParts({ parts }: { readonly parts: readonly ErrorPart[] }) {
  return (
    <ul className={css.parts}>
      {parts.map((part) => (
        <li key={part.kind}>
          <b className={css.part}>± {part.margin}</b> {part.words}
        </li>
      ))}
    </ul>
  );
}
