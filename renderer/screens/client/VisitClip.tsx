// A film in the timeline: its picture leads to it, its box lays it beside another.
import { Checkbox } from 'react-aria-components';
import { Link } from 'wouter';
import type { Clip } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { Sign } from '../../parts/Sign.tsx';
import { Thumbnail } from '../../parts/Thumbnail.tsx';
import { trialPlace } from '../../shell/places.ts';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { EXERCISE_SCREEN_TEXT } from '../../text/exerciseScreenText.ts';
import css from './Visits.module.css';

const text = CLIENT_TEXT.visits;

export interface VisitClipProps {
  readonly clip: Clip;
  readonly isChosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

export function VisitClip({ clip, isChosen, onChoose }: VisitClipProps) {
  const name = clipName(clip);
  return (
    <li className={css.clip} data-chosen={isChosen || undefined}>
      <Link href={trialPlace(clip.id)} className={css.open}>
        <Thumbnail clipId={clip.id} />
        <span className={css.clipName}>{name}</span>
      </Link>
      {!clip.exercise && (
        <Checkbox
          isSelected={isChosen}
          onChange={onChoose}
          aria-label={fill(text.choose, { film: `${name}, ${clip.fileName}` })}
          className={css.box}
        >
          <span className={css.tick}>{isChosen && <Sign name="check" />}</span>
        </Checkbox>
      )}
    </li>
  );
}

/** `From the left, fresh`. */
function clipName({ view, condition, fileName, exercise }: Clip): string {
  if (exercise) return EXERCISE_SCREEN_TEXT.names[exercise];
  const seen = view === 'auto' ? fileName : text.views[view];
  return condition ? `${seen}, ${text.conditions[condition]}` : seen;
}
