// The film of both legs in step as a file: at a speed, under two titles, turned as on the screen.
import { useState } from 'react';
import type { ExportAsk } from '../../../core/api/exports.ts';
import { PLAYBACK_SPEEDS, type PlaybackSpeed } from '../../../core/export/stepClock.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { BlurFaces } from '../../exports/BlurFaces.tsx';
import { useExportChoices } from '../../exports/exportChoices.ts';
import { FilesOut } from '../../exports/FilesOut.tsx';
import { useExport } from '../../exports/useExport.ts';
import { useShownExports } from '../../exports/useShownExports.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import formCss from '../../parts/Form.module.css';
import { Segmented } from '../../parts/Segmented.tsx';
import { Tick } from '../../parts/Tick.tsx';
import { Window } from '../../parts/Window.tsx';
import { shortDate } from '../../text/dates.ts';
import { EXPORT_TEXT } from '../../text/exportText.ts';
import type { LegOfClip, PairNames } from './pairNames.ts';
import css from './SideBySide.module.css';

export interface ExportPairProps {
  readonly legs: readonly [LegOfClip, LegOfClip];
  readonly names: PairNames['names'];
  /** The second film is turned. */
  readonly mirrored: boolean;
  /** As on the screen. */
  readonly skeleton: boolean;
  /** That both legs have. */
  readonly strides: number;
}

const text = EXPORT_TEXT.pair;

export function ExportPair(props: ExportPairProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="plain" onPress={() => setOpen(true)} className={css.export}>
        {text.open}
      </Button>
      <Window title={text.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        {props.strides === 0 ? <p>{text.noStrides}</p> : <Choices {...props} />}
      </Window>
    </>
  );
}

function Choices({ legs, names, mirrored, skeleton: isShown, strides }: ExportPairProps) {
  const start = useExport();
  const { blurFaces } = useExportChoices();
  const exports = useShownExports();
  const [titles, setTitles] = useState(() => legs.map((leg, i) => titleOf(leg, names[i as 0 | 1])));
  const [speed, setSpeed] = useState<PlaybackSpeed>(0.25);
  const [skeleton, setSkeleton] = useState(isShown);
  const film = (i: 0 | 1): Extract<ExportAsk, { kind: 'pair' }>['a'] => ({
    clipId: legs[i].trial.clip.id,
    side: legs[i].side,
    title: titles[i] ?? '',
    mirrored: i === 1 && mirrored,
  });
  return (
    <>
      <form
        className={formCss.form}
        onSubmit={(event) => {
          event.preventDefault();
          start({ kind: 'pair', a: film(0), b: film(1), speed, skeleton, blurFaces });
        }}
      >
        <BlurFaces />
        {titles.map((title, i) => (
          <Field
            key={text.titles[i]}
            label={text.titles[i] ?? ''}
            value={title}
            maxLength={60}
            onChange={(words) => setTitles((before) => before.map((one, j) => (j === i ? words : one)))}
          />
        ))}
        <Segmented
          label={text.speed}
          value={String(speed)}
          options={PLAYBACK_SPEEDS.map((one) => ({ id: String(one), name: text.speeds[one] ?? '' }))}
          onChange={(id) => setSpeed(PLAYBACK_SPEEDS.find((one) => String(one) === id) ?? speed)}
        />
        <Tick isOn={skeleton} onChange={setSkeleton} words={EXPORT_TEXT.parts.skeleton} />
        <p className="fine">
          {fill(text.note, { strides })} {mirrored && text.mirrored}
        </p>
        <div className={formCss.end}>
          <Button type="submit" look="main">
            {text.save}
          </Button>
        </div>
      </form>
      {exports.length > 0 && <FilesOut shown={exports} />}
    </>
  );
}

/** What tells the two apart, and the day where that is not the day itself. */
function titleOf({ session }: LegOfClip, name: string): string {
  const date = shortDate(session.date);
  return name === date ? name : fill(text.lineTitle, { name, date });
}
