// The films of a session: where they are dropped, what is being copied, and a card for each.
import { useCallback, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Clip, Session } from '../../../core/records/records.ts';
import { useCall } from '../../api/queries.ts';
import { chosenFilms, type Dropped, droppedFilms, FILM_ENDINGS } from '../../hooks/droppedFilms.ts';
import { importFilms } from '../../hooks/filmImports.ts';
import { useWindowDrop } from '../../hooks/useWindowDrop.ts';
import { Button } from '../../parts/Button.tsx';
import sectionCss from '../../parts/Section.module.css';
import { Sign } from '../../parts/Sign.tsx';
import { useKey } from '../../shell/useKey.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import { askForFilms, CHOOSE_FILMS } from './askForFilms.ts';
import { ClipCard } from './ClipCard.tsx';
import css from './Films.module.css';
import { ImportList } from './ImportList.tsx';

const text = SESSION_TEXT.films;
const ACCEPTED = ['video/*', ...FILM_ENDINGS.map((ending) => `.${ending}`)];

export interface FilmsProps {
  readonly session: Session;
  readonly clips: readonly Clip[];
}

export function Films({ session, clips }: FilmsProps) {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = useCallback(
    ({ films, refused: others }: Dropped) => {
      setRefused(others);
      importFilms(session.id, films);
    },
    [session.id],
  );
  const isOver = useWindowDrop((transfer) => take(droppedFilms(transfer)));
  const { data: trends } = useCall('clients.trends', { clientId: session.clientId, ids: IN_A_LINE });
  return (
    <section aria-labelledby="films">
      <div className={sectionCss.head}>
        <h2 id="films">{text.title}</h2>
      </div>
      <DropZone isOver={isOver} isFirst={clips.length === 0} onChosen={take} />
      <div role="alert">
        {refused.map((sentence) => (
          <p key={sentence} className={css.refused}>
            {sentence}
          </p>
        ))}
      </div>
      <ImportList sessionId={session.id} />
      <ul className={css.cards}>
        {clips.map((clip) => (
          <ClipCard
            key={clip.id}
            clip={clip}
            session={session}
            measured={trends?.find(({ clipId }) => clipId === clip.id) ?? null}
          />
        ))}
      </ul>
    </section>
  );
}

/** What the card says of a measured film. */
const IN_A_LINE = ['cadence', 'contactTime'] as const;

interface DropZoneProps {
  readonly isOver: boolean;
  /** The session has no film yet: the zone is what the screen is for. */
  readonly isFirst: boolean;
  readonly onChosen: (dropped: Dropped) => void;
}

function DropZone({ isOver, isFirst, onChosen }: DropZoneProps) {
  const chooseByPath = async (): Promise<void> => {
    const films = (await window.openstride?.chooseFilms()) ?? [];
    onChosen({ films, refused: [] });
  };
  useKey({ O: askForFilms });
  const button = (
    <Button id={CHOOSE_FILMS} look={isFirst ? 'main' : 'quiet'} onPress={() => void chooseByPath()}>
      {text.choose}
    </Button>
  );
  return (
    <div className={css.zone} data-over={isOver || undefined} data-first={isFirst || undefined}>
      <span className={css.arrow}>
        <Sign name="drop" />
      </span>
      <p className={css.drop}>{isOver ? text.dropNow : isFirst ? text.drop : text.dropMore}</p>
      {isFirst && <p className={css.tip}>{text.or}</p>}
      {window.openstride ? (
        button
      ) : (
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={ACCEPTED}
          onSelect={(files) => files && onChosen(chosenFilms([...files]))}
        >
          {button}
        </FileTrigger>
      )}
    </div>
  );
}
