// Opens a library for the app: lock, store, queue and calls, in this order, and closes them in the other.

import type { ApiHandlers, ApiNews } from '../../core/api.ts';
import type { EngineProcess } from '../jobs/engineProtocol.ts';
import type { JobQueue } from '../jobs/jobQueue.ts';
import { lockLibrary } from '../jobs/libraryLock.ts';
import { startJobs } from '../jobs/startJobs.ts';
import type { PoseModel } from '../pose/poseEngine.ts';
import type { KeyPort } from '../store/keyPort.ts';
import { type Library, openLibrary } from '../store/openLibrary.ts';
import { apiHandlers } from './handlers.ts';
import { storedClips } from './storedClips.ts';

export interface AppOptions {
  /** The library's folder; made when it is not there. */
  readonly folder: string;
  readonly key: KeyPort;
  readonly model: PoseModel;
  readonly startEngine: () => EngineProcess;
  readonly onNews: (news: ApiNews) => void;
}

export interface OpenApp {
  readonly library: Library;
  readonly queue: JobQueue;
  readonly handlers: ApiHandlers;
  /** What runs is stopped and waits for the next opening. */
  close(): void;
}

/** @throws GaitError `library-in-use` when another OpenStride has it open, and what opening a library throws */
export async function openApp(options: AppOptions): Promise<OpenApp> {
  const { folder, key, model, startEngine, onNews } = options;
  const lock = await lockLibrary(folder);
  try {
    const library = await openLibrary(folder, { key });
    const queue = startJobs({
      workFolder: library.folder.work,
      clips: storedClips(library),
      model,
      startEngine,
      onNews: (job) => onNews({ kind: 'job', job }),
      onClip: (clipId) => onNews({ kind: 'clip', clipId }),
    });
    const close = () => {
      queue.close();
      library.close();
      lock.release();
    };
    return { library, queue, handlers: apiHandlers(library, queue), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}
