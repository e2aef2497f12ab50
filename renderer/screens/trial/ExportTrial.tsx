// Everything of one clip that can leave the clinic: the film, the frame that is shown now, and the numbers in every format.
import { useState } from 'react';
import { TABLE_FORMATS } from '../../../core/api/exports.ts';
import type { Clip } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { BlurFaces } from '../../exports/BlurFaces.tsx';
import { chooseForExports, useExportChoices } from '../../exports/exportChoices.ts';
import { FilesOut } from '../../exports/FilesOut.tsx';
import { useExport } from '../../exports/useExport.ts';
import { useShownExports } from '../../exports/useShownExports.ts';
import { Button } from '../../parts/Button.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Tick } from '../../parts/Tick.tsx';
import { Window } from '../../parts/Window.tsx';
import type { FilmPlayer } from '../../player/filmPlayer.ts';
import { usePlayerState } from '../../player/usePlayer.ts';
import { EXPORT_TEXT } from '../../text/exportText.ts';
import css from './ExportTrial.module.css';

export interface ExportTrialProps {
  readonly clip: Clip;
  /** False = numbers only. */
  readonly hasFilm: boolean;
  /** How many corrections are in force. */
  readonly corrections: number;
  readonly player: FilmPlayer;
}

const text = EXPORT_TEXT.trial;

export function ExportTrial(props: ExportTrialProps) {
  const [isOpen, setOpen] = useState(false);
  const open = (): void => {
    props.player.pause();
    setOpen(true);
  };
  return (
    <>
      <Button look="plain" onPress={open}>
        {EXPORT_TEXT.open}
      </Button>
      <Window
        wide
        title={fill(text.title, { film: props.clip.fileName })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <Choices {...props} />
      </Window>
    </>
  );
}

function Choices({ clip, hasFilm, corrections, player }: ExportTrialProps) {
  const shown = useShownExports();
  return (
    <>
      <div className={css.choices}>
        {hasFilm && <Pictures clipId={clip.id} player={player} />}
        <Tables clipId={clip.id} corrections={corrections} />
      </div>
      {shown.length > 0 && (
        <section className={css.out} aria-label={EXPORT_TEXT.out.title}>
          <FilesOut shown={shown} />
        </section>
      )}
    </>
  );
}

function Pictures({ clipId, player }: { readonly clipId: string; readonly player: FilmPlayer }) {
  const start = useExport();
  const [format, setFormat] = useState<'png' | 'jpeg'>('png');
  const { blurFaces, skeleton, angles, phase } = useExportChoices();
  const frame = usePlayerState(player, (state) => state.frame);
  return (
    <section className={css.part} aria-labelledby="export-pictures">
      <h3 id="export-pictures">{text.pictures}</h3>
      <BlurFaces />
      <fieldset className={css.ticks}>
        <legend className="fine">{text.drawn}</legend>
        <Tick
          isOn={skeleton}
          onChange={(on) => chooseForExports({ skeleton: on })}
          words={EXPORT_TEXT.parts.skeleton}
        />
        <Tick isOn={angles} onChange={(on) => chooseForExports({ angles: on })} words={EXPORT_TEXT.parts.angles} />
        <Tick
          isOn={phase}
          onChange={(on) => chooseForExports({ phase: on })}
          words={EXPORT_TEXT.parts.phase}
          more={EXPORT_TEXT.parts.phaseNote}
        />
      </fieldset>
      <ul>
        <One
          name={text.film}
          note={text.filmNote}
          onSave={() => start({ kind: 'film', clipId, blurFaces, show: { skeleton, angles, phase } })}
        />
        <One
          name={fill(text.frame, { n: frame + 1 })}
          note={text.frameNote}
          onSave={() => start({ kind: 'frame', clipId, frame, format, blurFaces, show: { skeleton, angles } })}
        >
          <Segmented
            label={EXPORT_TEXT.frameFormat}
            labelHidden
            value={format}
            options={(['png', 'jpeg'] as const).map((id) => ({ id, name: EXPORT_TEXT.frameFormats[id] }))}
            onChange={setFormat}
          />
        </One>
      </ul>
    </section>
  );
}

function Tables({ clipId, corrections }: { readonly clipId: string; readonly corrections: number }) {
  const start = useExport();
  return (
    <section className={css.part} aria-labelledby="export-tables">
      <h3 id="export-tables">{text.tables}</h3>
      {corrections > 0 && <p className="fine">{text.corrected}</p>}
      <ul>
        {TABLE_FORMATS.map((format) => (
          <One key={format} {...EXPORT_TEXT.tables[format]} onSave={() => start({ kind: 'table', clipId, format })} />
        ))}
      </ul>
    </section>
  );
}

interface OneProps {
  readonly name: string;
  readonly note: string;
  readonly onSave: () => void;
  readonly children?: React.ReactNode;
}

function One({ name, note, onSave, children }: OneProps) {
  return (
    <li className={css.one}>
      <span className={css.what}>
        {name} <span className="fine">{note}</span>
      </span>
      {children}
      <Button onPress={onSave} aria-label={fill(EXPORT_TEXT.saveOne, { what: name })}>
        {EXPORT_TEXT.save}
      </Button>
    </li>
  );
}
