// The calls that read and write single records: each is a line or two over the library.

import { type ClientLine, TREND_IDS, type TrendClip } from '../../core/api/views.ts';
import type { ApiHandlers } from '../../core/api.ts';
import { comparedNumbers } from '../../core/compare/comparedFilm.ts';
import type { Clip, Injury } from '../../core/records/records.ts';
import type { FollowedFilm } from '../../core/rehab/followInjury.ts';
import { REPORT_TEXT } from '../../core/report/reportText.ts';
import type { ParameterId } from '../../core/types.ts';
import type { Library } from '../store/openLibrary.ts';
import type { HostRooms } from './hostRooms.ts';
import type { ClipMeasurer } from './measureClip.ts';

type RecordCalls =
  | 'clients.list'
  | 'clients.search'
  | 'clients.open'
  | 'clients.add'
  | 'clients.change'
  | 'clients.remove'
  | 'clients.trends'
  | `injuries.${'add' | 'change' | 'remove'}`
  | `sessions.${'add' | 'change' | 'remove' | 'open'}`
  | `tests.${'list' | 'add' | 'change' | 'remove'}`
  | `stages.${'list' | 'add' | 'change' | 'remove'}`
  | `settings.${'get' | 'change'}`;

/** The calls about people, visits, tests and plans. */
export function recordHandlers({ library, queue, measurer }: HostRooms): Pick<ApiHandlers, RecordCalls> {
  const { clients, injuries, sessions, clips, results, returnTests, walkRunStages, settings } = library;
  const forget = (gone: readonly Clip[]) => gone.forEach((clip) => void queue.forget(clip.id));
  return {
    'clients.list': () => clientLines(library),
    'clients.search': ({ query }) => library.search(query),
    'clients.open': ({ clientId }) => ({
      client: clients.get(clientId),
      injuries: injuries.listFor(clientId),
      sessions: sessions.listFor(clientId),
    }),
    'clients.add': (client) => clients.add(client),
    'clients.change': ({ id, fields }) => clients.change(id, fields),
    'clients.remove': async ({ id }) => {
      for (const session of sessions.listFor(id)) forget(clips.listFor(session.id));
      await library.removeClient(id);
      return null;
    },
    'clients.trends': ({ clientId, ids }) => trends(library, measurer, clientId, ids ?? TREND_IDS),

    'injuries.add': (injury) => injuries.add(injury),
    'injuries.change': ({ id, fields }) => injuries.change(id, fields),
    'injuries.remove': ({ id }) => {
      injuries.remove(id);
      return null;
    },

    'sessions.add': (session) => sessions.add(session),
    'sessions.change': ({ id, fields }) => sessions.change(id, fields),
    'sessions.open': ({ sessionId }) => ({
      session: sessions.get(sessionId),
      clips: clips.listFor(sessionId),
      results: results.listForSession(sessionId),
    }),
    'sessions.remove': async ({ id }) => {
      forget(clips.listFor(id));
      await library.removeSession(id);
      return null;
    },

    'tests.list': ({ clientId }) => returnTests.listFor(clientId),
    'tests.add': (test) => returnTests.add(test),
    'tests.change': ({ id, fields }) => returnTests.change(id, fields),
    'tests.remove': ({ id }) => {
      returnTests.remove(id);
      return null;
    },

    'stages.list': ({ clientId }) => walkRunStages.listFor(clientId),
    'stages.add': (stage) => walkRunStages.add(stage),
    'stages.change': ({ id, fields }) => walkRunStages.change(id, fields),
    'stages.remove': ({ id }) => {
      walkRunStages.remove(id);
      return null;
    },

    'settings.get': () => settings.get(),
    'settings.change': ({ fields }) => settings.change(fields),
  };
}

function clientLines({ clients, injuries }: Library): ClientLine[] {
  const open = Map.groupBy(injuries.listOpen(), ({ clientId }) => clientId);
  const mark = ({ region, side, status }: Injury) => ({ region, side, status });
  return clients.list().map((line) => ({ ...line, openInjuries: (open.get(line.client.id) ?? []).map(mark) }));
}

function trends(
  { clients, sessions, clips }: Library,
  measurer: ClipMeasurer,
  clientId: string,
  ids: readonly ParameterId[],
): TrendClip[] {
  clients.get(clientId);
  const oldestFirst = sessions.listFor(clientId).toReversed();
  return oldestFirst.flatMap(({ id: sessionId, date, footwear }) =>
    clips.listFor(sessionId).flatMap(({ id: clipId, fileName, condition, exercise }) => {
      // What was filmed for a test is no gait.
      if (exercise != null) return [];
      const input = measurer.input(clipId);
      if (!input) return [];
      const { parameters, ...measured } = measurer.numbers(input);
      const wanted = parameters.filter((parameter) => ids.includes(parameter.id));
      return [{ sessionId, date, footwear, clipId, fileName, condition, ...measured, parameters: wanted }];
    }),
  );
}

/** Every measured film of a client's gait, as the return to running is read from it. */
export function followedFilms({ library, measurer }: HostRooms, clientId: string): readonly FollowedFilm[] {
  const ids = Object.keys(REPORT_TEXT.parameters) as ParameterId[];
  return trends(library, measurer, clientId, ids).map((film) => ({
    ...comparedNumbers(film),
    condition: film.condition,
  }));
}
