// How far this film can be trusted: its weaknesses, what they do and how to film better, legs put back, strides left out.
import { useMemo } from 'react';
import { nearestFrame } from '../../../../core/report/explain/moments.ts';
import { filmNotes, nextFilmAdvice } from '../../../../core/report/filmNotes.ts';
import { fill, formatNumber } from '../../../../core/report/formatNumber.ts';
import { REPORT_TEXT } from '../../../../core/report/reportText.ts';
import { SIDES, type TrialResult } from '../../../../core/types.ts';
import { Button } from '../../../parts/Button.tsx';
import { NUMBERS_TEXT } from '../../../text/numbersText.ts';
import type { TrialPanelProps } from '../trialPanel.ts';
import css from './FilmCheck.module.css';

const text = NUMBERS_TEXT.check;

export function FilmCheck({ result, onPoint }: TrialPanelProps) {
  const notes = useMemo(() => filmNotes(result.quality, REPORT_TEXT), [result.quality]);
  const advice = useMemo(() => nextFilmAdvice(result.quality, REPORT_TEXT), [result.quality]);
  return (
    <div className={css.check}>
      {notes.length === 0 && <p>{text.nothing}</p>}
      <ul className={css.notes}>
        {notes.map((note) => (
          <li key={note.title} className={css.note} data-severity={note.severity}>
            <b>
              <span aria-hidden="true">{text.signs[note.severity]}</span>{' '}
              <span className="unseen">{text.severities[note.severity]}: </span>
              {note.title}
            </b>
            <p>{note.message}</p>
          </li>
        ))}
      </ul>
      {advice.length > 0 && (
        <section className={css.part}>
          <h3>{REPORT_TEXT.sureness.nextFilm}</h3>
          <ul className={css.advice}>
            {advice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <Seen result={result} />
      <LeftOut result={result} onFrame={(frame) => onPoint({ frame, landmarks: [] })} />
      <Repaired result={result} onFrame={(frame) => onPoint({ frame, landmarks: [] })} />
    </div>
  );
}

interface PartProps {
  readonly result: TrialResult;
}

interface LinkedPartProps extends PartProps {
  readonly onFrame: (frame: number) => void;
}

function Seen({ result }: PartProps) {
  const { seenShare, collapsedFrames } = result.legs;
  return (
    <section className={css.part}>
      <h3>{text.seen}</h3>
      <p>
        {SIDES.map((side) =>
          fill(text.seenLeg, { leg: REPORT_TEXT.keyFrames.leg[side], pct: formatNumber(100 * seenShare[side], 0) }),
        ).join('; ')}
        . {collapsedFrames > 0 && fill(text.collapsed, { n: collapsedFrames })}
      </p>
    </section>
  );
}

function LeftOut({ result, onFrame }: LinkedPartProps) {
  const out = result.strides.filter((stride) => stride.excluded !== null);
  return (
    <section className={css.part}>
      <h3>{fill(text.leftOut, { n: out.length, all: result.strides.length })}</h3>
      <ul className={css.list}>
        {out.map((stride) => (
          <li key={`${stride.side} ${stride.startS}`}>
            <Button look="plain" onPress={() => onFrame(nearestFrame(result.timeS, stride.startS))}>
              {fill(text.stride, {
                side: REPORT_TEXT.side[stride.side],
                from: formatNumber(stride.startS, 2),
                to: formatNumber(stride.endS, 2),
              })}
            </Button>
            {stride.excluded}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Repaired({ result, onFrame }: LinkedPartProps) {
  const { repaired } = result.legs;
  if (repaired.length === 0) return null;
  const time = (frame: number) => formatNumber(result.timeS[frame] ?? 0, 2);
  return (
    <section className={css.part}>
      <h3>{fill(text.repaired, { n: repaired.length })}</h3>
      <ul className={css.list}>
        {repaired.map(({ fromFrame, toFrame }) => (
          <li key={fromFrame}>
            <Button look="plain" onPress={() => onFrame(fromFrame)}>
              {fill(text.window, { from: time(fromFrame), to: time(toFrame), n: toFrame - fromFrame + 1 })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
