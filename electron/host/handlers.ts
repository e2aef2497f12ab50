// What answers the calls of the contract, over one open library.
import { availableParallelism } from 'node:os';
import type { ApiHandlers } from '../../core/api.ts';
import { addDemoClient } from '../demoClient/addDemoClient.ts';
import { AppVersion } from '../jobs/appVersion.ts';
import type { HostRooms } from './hostRooms.ts';
import { libraryHandlers } from './libraryHandlers.ts';
import { recordHandlers } from './recordHandlers.ts';
import { trialHandlers } from './trialHandlers.ts';

/** All calls. */
export function apiHandlers(rooms: HostRooms): ApiHandlers {
  const { library, queue, host } = rooms;
  return {
    'app.about': () => ({
      ...AppVersion,
      host,
      libraryFolder: library.folder.root,
      firstStart: library.clients.list().length === 0,
      cores: availableParallelism(),
    }),
    'demo.add': () => addDemoClient(library, (clipId) => queue.add(clipId, { onlyPlayback: true })),
    ...recordHandlers(rooms),
    ...trialHandlers(rooms),
    ...libraryHandlers(rooms),
  };
}
