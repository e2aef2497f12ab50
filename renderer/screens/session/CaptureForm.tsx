// How a film was taken and what of it is measured: slow motion, gait, the part of the film, its own belt.
import { type FormEvent, useState } from 'react';
import type { FilmView } from '../../../core/api/filmView.ts';
import type { CaptureSettings, Clip } from '../../../core/records/records.ts';
import { fill, formatNumber } from '../../../core/report/formatNumber.ts';
import { useChange } from '../../api/queries.ts';
import { useSettings } from '../../hooks/useSettings.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import formCss from '../../parts/Form.module.css';
import { Segmented } from '../../parts/Segmented.tsx';
import { Window } from '../../parts/Window.tsx';
import { PARTS_TEXT } from '../../text/partsText.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import { captureFaults, captureOf, type Draft, draftOf } from './captureDraft.ts';
import { useChangeClip } from './useChangeClip.ts';

const text = SESSION_TEXT.capture;

export interface CaptureFormProps {
  readonly clip: Clip;
  /** Null while it is not known. */
  readonly film: FilmView | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function CaptureForm({ clip, film, isOpen, onClose }: CaptureFormProps) {
  return (
    <Window title={SESSION_TEXT.clip.capture} isOpen={isOpen} onClose={onClose}>
      <Form clip={clip} film={film} onClose={onClose} />
    </Window>
  );
}

const GAITS = (['auto', 'run', 'walk'] as const).map((id) => ({ id, name: text.gaits[id] }));

function Form({ clip, film, onClose }: Omit<CaptureFormProps, 'isOpen'>) {
  const { speedUnit } = useSettings();
  const [draft, setDraft] = useState(() => draftOf(clip.capture, speedUnit));
  const [checked, setChecked] = useState(false);
  const change = useChangeClip(clip.id);
  const analyse = useChange('jobs.add', ['jobs.list']);
  const faults = captureFaults(draft, speedUnit);
  const shown = checked ? faults : {};
  const put = (field: keyof Draft) => (value: string) => setDraft((before) => ({ ...before, [field]: value }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faults).length > 0) return;
    const capture = captureOf(draft, speedUnit);
    change({ capture }, () => {
      if (isOtherPart(capture, clip.capture)) analyse.mutate({ clipId: clip.id });
      onClose();
    });
  };
  const field = (name: Exclude<keyof Draft, 'gait'>, more: { label: string; unit: string; hint: string }) => (
    <Field inputMode="decimal" value={draft[name]} onChange={put(name)} wrong={shown[name]} {...more} />
  );
  const hinted = film?.slowMotionHint;
  const seen = hinted ? ` ${fill(text.slowMotionSeen, { n: formatNumber(hinted, 1).replace(/\.0$/, '') })}` : '';
  return (
    <form className={formCss.form} onSubmit={submit} noValidate>
      {field('slowMotion', {
        label: text.slowMotion,
        unit: text.slowMotionUnit,
        hint: text.slowMotionHint + seen,
      })}
      <Segmented label={text.gait} value={draft.gait} options={GAITS} onChange={put('gait')} />
      <div className={formCss.pair}>
        {field('from', { label: text.from, unit: text.unit, hint: text.fromHint })}
        {field('to', { label: text.to, unit: text.unit, hint: text.toHint })}
      </div>
      <div className={formCss.pair}>
        {field('speed', { label: text.speed, unit: speedUnit, hint: text.speedHint })}
        {field('incline', { label: text.incline, unit: '%', hint: text.inclineHint })}
      </div>
      <div className={formCss.end}>
        <Button look="plain" onPress={onClose}>
          {PARTS_TEXT.cancel}
        </Button>
        <Button type="submit" look="main">
          {PARTS_TEXT.save}
        </Button>
      </div>
    </form>
  );
}

/** Frames that nobody has looked at yet. */
const isOtherPart = (a: CaptureSettings, b: CaptureSettings): boolean => a.fromS !== b.fromS || a.toS !== b.toS;
