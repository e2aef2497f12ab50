// One film of a session: its picture, what it shows, what is wrong with it, how far its analysis is, and its result in a line.
import { useState } from 'react';
import { Link } from 'wouter';
import type { TrendClip } from '../../../core/api/views.ts';
import { EXERCISE_IDS } from '../../../core/exercises/exerciseTypes.ts';
import type { Clip, Session } from '../../../core/records/records.ts';
import { fill, formatNumber } from '../../../core/report/formatNumber.ts';
import { useCall, useChange } from '../../api/queries.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { MoreMenu } from '../../parts/MoreMenu.tsx';
import { Thumbnail } from '../../parts/Thumbnail.tsx';
import { trialPlace } from '../../shell/places.ts';
import { EXERCISE_SCREEN_TEXT } from '../../text/exerciseScreenText.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import { CaptureForm } from './CaptureForm.tsx';
import css from './ClipCard.module.css';
import { ClipState } from './ClipState.tsx';
import { FilmFlags } from './FilmFlags.tsx';
import { useChangeClip } from './useChangeClip.ts';

const text = SESSION_TEXT.clip;

export interface ClipCardProps {
  readonly clip: Clip;
  readonly session: Session;
  /** Null while it is not measured. */
  readonly measured: TrendClip | null;
}

export function ClipCard({ clip, session, measured }: ClipCardProps) {
  const [capture, setCapture] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { data: film } = useCall('clips.film', { clipId: clip.id });
  const { fileName: name } = clip;
  const items = [
    { id: 'capture', name: text.capture },
    { id: 'remove', name: text.remove, danger: true },
  ];
  return (
    <li className={css.card}>
      <Link href={trialPlace(clip.id)} className={css.picture} tabIndex={-1} aria-hidden="true">
        <Thumbnail clipId={clip.id} />
      </Link>
      <div className={css.body}>
        <div className={css.head}>
          <div className={css.names}>
            <h3 className={css.name}>{name}</h3>
            {film && <p className="fine">{factsOf(film)}</p>}
          </div>
          <MoreMenu
            quiet
            label={fill(text.more, { name })}
            items={items}
            onChoose={(id) => (id === 'capture' ? setCapture(true) : setRemoving(true))}
          />
        </div>
        <Choices clip={clip} measured={measured} />
        <ClipState clip={clip} measured={measured} />
        {film?.missing && <p className={css.missing}>{text.missing}</p>}
        {(measured || film) && (
          <FilmFlags flags={measured?.quality ?? film?.flags ?? []} isMeasured={measured !== null} />
        )}
      </div>
      <CaptureForm clip={clip} film={film ?? null} isOpen={capture} onClose={() => setCapture(false)} />
      <RemoveClip clip={clip} session={session} isOpen={removing} onClose={() => setRemoving(false)} />
    </li>
  );
}

function factsOf(film: {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rateHz: number;
  readonly durationS: number;
}) {
  const length = fill(text.seconds, { n: formatNumber(film.durationS, 1) });
  return fill(text.facts, {
    width: film.widthPx,
    height: film.heightPx,
    rate: formatNumber(film.rateHz, Math.abs(film.rateHz - Math.round(film.rateHz)) < 0.05 ? 0 : 2),
    length,
  });
}

const SHOWN = (['gait', ...EXERCISE_IDS] as const).map((id) => ({
  id,
  name: id === 'gait' ? EXERCISE_SCREEN_TEXT.gait : EXERCISE_SCREEN_TEXT.names[id],
}));
const CONDITIONS = (['none', 'fresh', 'tired'] as const).map((id) => ({ id, name: text.conditions[id] }));

/** Guessed from the film's name, and from the film itself once it was looked at; both can be corrected. */
function Choices({ clip, measured }: Omit<ClipCardProps, 'session'>) {
  const change = useChangeClip(clip.id);
  const seen = clip.view === 'auto' && measured ? measured.capture.view : null;
  const views = (['auto', 'left', 'right', 'posterior'] as const).map((id) => ({
    id,
    name: id === 'auto' && seen ? fill(text.viewSeen, { view: text.views[seen] }) : text.views[id],
  }));
  return (
    <div className={css.choices}>
      <Choice
        label={EXERCISE_SCREEN_TEXT.shows}
        value={clip.exercise ?? 'gait'}
        options={SHOWN}
        onChange={(id) => change({ exercise: id === 'gait' ? null : id })}
      />
      {/* From where an exercise is seen, the film says itself. */}
      {!clip.exercise && (
        <Choice label={text.view} value={clip.view} options={views} onChange={(view) => change({ view })} />
      )}
      <Choice
        label={text.condition}
        value={clip.condition ?? 'none'}
        options={CONDITIONS}
        onChange={(id) => change({ condition: id === 'none' ? null : id })}
      />
    </div>
  );
}

interface RemoveProps extends Pick<ClipCardProps, 'clip' | 'session'> {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function RemoveClip({ clip, isOpen, onClose }: RemoveProps) {
  const remove = useChange('clips.remove', ['sessions.open', 'clients.trends', 'jobs.list', 'library.status'], {
    toldHere: true,
  });
  return (
    <Confirm
      title={fill(text.removing.title, { name: clip.fileName })}
      words={text.removing.words}
      action={text.removing.do}
      isOpen={isOpen}
      isBusy={remove.isPending}
      error={remove.error}
      onDo={() => remove.mutate({ id: clip.id })}
      onClose={onClose}
    />
  );
}
