// What answers the calls of the contract: each is a line or two over the library and the queue.
import path from 'node:path';
import type { ApiHandlers, NewClip } from '../../core/api.ts';
import { CAPTURE_DEFAULTS, type Clip } from '../../core/records/records.ts';
import { AppVersion } from '../jobs/appVersion.ts';
import type { JobQueue } from '../jobs/jobQueue.ts';
import type { Library } from '../store/openLibrary.ts';
import { ClipMeasurer } from './measureClip.ts';
import { forgetReceived } from './receiveFilm.ts';

/** The calls over one open library and its queue. */
export function apiHandlers(library: Library, queue: JobQueue): ApiHandlers {
  const { clients, injuries, sessions, clips, results, edits } = library;
  const measurer = new ClipMeasurer(library);
  const forget = (gone: readonly Clip[]) => gone.forEach((clip) => void queue.forget(clip.id));
  return {
    'app.about': () => AppVersion,

    'clients.list': () => clients.list(),
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

    'clips.add': async (asked) => {
      const clip = await takeIn(library, asked);
      queue.add(clip.id);
      return clip;
    },
    'clips.change': ({ id, fields }) => clips.change(id, fields),
    'clips.remove': async ({ id }) => {
      queue.forget(id);
      await library.removeClip(id);
      return null;
    },

    'trials.open': ({ clipId }) => {
      queue.lookAt(clipId);
      return measurer.view(clipId);
    },
    'edits.add': ({ clipId, edit }) => {
      clips.get(clipId);
      edits.add(clipId, edit);
      return measurer.view(clipId);
    },
    'edits.undo': ({ clipId }) => {
      edits.undo(clipId);
      return measurer.view(clipId);
    },
    'edits.redo': ({ clipId }) => {
      edits.redo(clipId);
      return measurer.view(clipId);
    },
    'edits.undoAll': ({ clipId }) => {
      edits.undoAll(clipId);
      return measurer.view(clipId);
    },

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

/** The film first, so that no clip is ever without one. */
async function takeIn(library: Library, { sessionId, file, view, condition, capture }: NewClip): Promise<Clip> {
  library.sessions.get(sessionId); // a session that is gone is told before a film is copied
  const { sha256 } = await library.videos.takeIn(file);
  await forgetReceived(library.folder.work, file);
  return library.clips.add({
    sessionId,
    videoSha256: sha256,
    fileName: path.basename(file),
    view: view ?? 'auto',
    condition: condition ?? null,
    capture: capture ?? CAPTURE_DEFAULTS,
  });
}
