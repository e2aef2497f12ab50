// The calls about clips: their films, what is measured of them, corrections, drawings, results and jobs.
import type { TrialView } from '../../core/api/views.ts';
import type { ApiHandlers } from '../../core/api.ts';
import { GaitError } from '../../core/errors.ts';
import type { HostRooms } from './hostRooms.ts';
import { keepResult, openResult } from './storedResults.ts';

type TrialCalls =
  | `imports.${'add' | 'list' | 'cancel'}`
  | `exports.${'add' | 'list' | 'cancel'}`
  | `clips.${'open' | 'film' | 'exercise' | 'change' | 'remove'}`
  | `trials.${'open' | 'pose'}`
  | `edits.${'add' | 'undo' | 'redo' | 'remove' | 'undoAll'}`
  | `drawings.${'list' | 'add' | 'change' | 'remove'}`
  | `results.${'list' | 'open' | 'keep'}`
  | `jobs.${'list' | 'add' | 'cancel' | 'retry' | 'lookAt'}`;

/** The calls about clips. */
export function trialHandlers(rooms: HostRooms): Pick<ApiHandlers, TrialCalls> {
  const { library, queue, films, imports, exports, measurer } = rooms;
  const { clips, edits, drawings, results } = library;
  return {
    'imports.add': (asked) => imports.add(asked),
    'imports.list': () => imports.list(),
    'imports.cancel': ({ id }) => {
      imports.cancel(id);
      return null;
    },

    'exports.add': ({ ask, file }) => exports.add(ask, file),
    'exports.list': () => exports.list(),
    'exports.cancel': ({ id }) => {
      exports.cancel(id);
      return null;
    },

    'clips.open': ({ clipId }) => {
      const clip = clips.get(clipId);
      const session = library.sessions.get(clip.sessionId);
      return { clip, session, client: library.clients.get(session.clientId) };
    },
    'clips.film': ({ clipId }) => films.view(clips.get(clipId)),
    'clips.exercise': ({ clipId }) => {
      const clip = clips.get(clipId);
      const input = clip.exercise ? measurer.input(clipId) : null;
      return input && measurer.exercise(clip, input);
    },
    'clips.change': ({ id, fields }) => clips.change(id, fields),
    'clips.remove': async ({ id }) => {
      queue.forget(id);
      await library.removeClip(id);
      return null;
    },

    'trials.open': ({ clipId }) => {
      queue.lookAt(clipId);
      return trial(rooms, clipId);
    },
    'trials.pose': ({ clipId }) => measurer.pose(clipId),
    'edits.add': ({ clipId, edit }) => {
      clips.get(clipId);
      edits.add(clipId, edit);
      return trial(rooms, clipId);
    },
    'edits.undo': ({ clipId }) => {
      edits.undo(clipId);
      return trial(rooms, clipId);
    },
    'edits.redo': ({ clipId }) => {
      edits.redo(clipId);
      return trial(rooms, clipId);
    },
    'edits.remove': ({ clipId, place }) => {
      edits.remove(clipId, place);
      return trial(rooms, clipId);
    },
    'edits.undoAll': ({ clipId }) => {
      edits.undoAll(clipId);
      return trial(rooms, clipId);
    },

    'drawings.list': ({ clipId }) => drawings.listFor(clipId),
    'drawings.add': (drawing) => {
      clips.get(drawing.clipId);
      return drawings.add(drawing);
    },
    'drawings.change': ({ id, fields }) => drawings.change(id, fields),
    'drawings.remove': ({ id }) => {
      drawings.remove(id);
      return null;
    },

    'results.list': ({ clipId }) => results.listFor(clipId),
    'results.open': ({ resultId }) => openResult(rooms, resultId),
    'results.keep': ({ clipId }) => keepResult(rooms, clipId),

    'jobs.list': () => queue.jobs(),
    'jobs.add': ({ clipId }) => queue.add(clips.get(clipId).id),
    'jobs.cancel': ({ jobId }) => {
      queue.cancel(jobId);
      return null;
    },
    'jobs.retry': ({ jobId }) => {
      queue.retry(jobId);
      return null;
    },
    'jobs.lookAt': ({ clipId }) => {
      queue.lookAt(clipId);
      return null;
    },
  };
}

/** @throws GaitError `record-missing` */
async function trial({ library, films, measurer }: HostRooms, clipId: string): Promise<TrialView> {
  const clip = library.clips.get(clipId);
  // A film that is gone or none leaves the measurements as they are.
  const film = await films.view(clip).catch((error: unknown) => {
    if (error instanceof GaitError) return null;
    throw error;
  });
  const input = measurer.input(clipId);
  const history = library.edits.history(clipId);
  const [result, exercise] = input ? [measurer.result(input), measurer.exercise(clip, input)] : [null, null];
  return { clip, pose: input?.seen ?? null, edits: history, result, exercise, film };
}
