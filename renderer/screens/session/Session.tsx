// A session: what was noted on the day, and its films with everything that happens to them.
import { useCallback, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { AppCommand } from '../../../core/api/bridge.ts';
import type { SessionView } from '../../../core/api/views.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useCall, useChange } from '../../api/queries.ts';
import { importFilms } from '../../hooks/filmImports.ts';
import { Button } from '../../parts/Button.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { MoreMenu } from '../../parts/MoreMenu.tsx';
import { useNotice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { useKeyLines } from '../../shell/keys.ts';
import { clientPlace, reportPlace } from '../../shell/places.ts';
import { useScreenCommands } from '../../shell/useAppCommands.ts';
import { counted, longDate } from '../../text/dates.ts';
import { REPORT_SCREEN_TEXT } from '../../text/reportScreenText.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import { daysSinceOnset } from '../client/injuryWords.ts';
import { askForFilms } from './askForFilms.ts';
import { Films } from './Films.tsx';
import css from './Session.module.css';
import { SessionNotes } from './SessionNotes.tsx';

export function Session() {
  const { sessionId = '' } = useParams();
  const { data, error } = useCall('sessions.open', { sessionId });
  if (error) return <Trouble trouble={error} />;
  return data ? <SessionScreen key={sessionId} view={data} /> : null;
}

const MORE = [{ id: 'remove', name: SESSION_TEXT.remove, danger: true }];

function SessionScreen({ view }: { readonly view: SessionView }) {
  const { session, clips } = view;
  const ofGait = clips.filter(({ exercise }) => !exercise);
  const { data: client } = useCall('clients.open', { clientId: session.clientId });
  const [, go] = useLocation();
  const [removing, setRemoving] = useState(false);
  useKeyLines(SESSION_TEXT.keys);
  useScreenCommands(
    useCallback(
      (command: AppCommand) => {
        if (command.kind !== 'import') return false;
        if (command.files.length === 0) askForFilms();
        else importFilms(session.id, command.files);
        return true;
      },
      [session.id],
    ),
  );
  return (
    <Page
      title={longDate(session.date)}
      below={daysSinceOnset(session, client?.injuries ?? []).map((words) => (
        <p key={words} className="quiet">
          {words}
        </p>
      ))}
      actions={
        <>
          {ofGait.length > 0 && (
            <Button onPress={() => go(reportPlace(ofGait.map(({ id }) => id)))}>{REPORT_SCREEN_TEXT.link}</Button>
          )}
          <MoreMenu label={SESSION_TEXT.more} items={MORE} onChoose={() => setRemoving(true)} />
        </>
      }
    >
      <div className={css.columns}>
        <SessionNotes session={session} />
        <Films session={session} clips={clips} />
      </div>
      <RemoveSession view={view} isOpen={removing} onClose={() => setRemoving(false)} />
    </Page>
  );
}

interface RemoveProps {
  readonly view: SessionView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function RemoveSession({ view: { session, clips }, isOpen, onClose }: RemoveProps) {
  const text = SESSION_TEXT.removing;
  const [, go] = useLocation();
  const say = useNotice();
  const remove = useChange(
    'sessions.remove',
    ['clients.open', 'clients.list', 'clients.trends', 'jobs.list', 'library.status'],
    { toldHere: true },
  );
  const gone = (): void => {
    say({ text: text.done });
    go(clientPlace(session.clientId));
  };
  return (
    <Confirm
      title={text.title}
      words={fill(text.words, { films: counted(clips.length, text.films) })}
      action={text.do}
      isOpen={isOpen}
      isBusy={remove.isPending}
      error={remove.error}
      onDo={() => remove.mutate({ id: session.id }, { onSuccess: gone })}
      onClose={onClose}
    />
  );
}
