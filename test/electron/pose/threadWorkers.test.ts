// Inside Electron the pool's workers are threads: the same bytes as processes, started one after another, and none is missed when it dies.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RawPose } from '../../../core/types.ts';
import { PoseEngine } from '../../../electron/pose/poseEngine.ts';
import {
  PROCESS_WORKERS,
  suitableKind,
  THREAD_WORKERS,
  type WorkerHandle,
  type WorkerKind,
} from '../../../electron/pose/startWorker.ts';
import { probeVideo } from '../../../electron/video/probe.ts';
import { ROOT } from '../../house/sourceFiles.ts';

const FILM = path.join(ROOT, 'test/fixtures/dev01_run_before_right60.mp4');
/** A quarter of a second, 15 frames: several jobs for each worker. */
const WINDOW = { fromS: 1, toS: 1.25 };

async function estimate(kind: WorkerKind, during?: (engine: PoseEngine) => void): Promise<RawPose> {
  const engine = await PoseEngine.start({ model: 'full', workers: 2, kind });
  try {
    return await engine.estimate(await probeVideo(FILM), { ...WINDOW, onProgress: () => during?.(engine) });
  } finally {
    engine.close();
  }
}

const bytes = (pose: RawPose) =>
  [pose.timeS, pose.xPx, pose.yPx, pose.score, pose.worldM!].map((a) => Buffer.from(a.buffer).toString('base64'));

/** Threads that tell when they start, when they are ready, and can be reached. */
function watchedThreads() {
  const seen: string[] = [];
  const handles: WorkerHandle[] = [];
  const kind: WorkerKind = {
    ...THREAD_WORKERS,
    start: () => {
      seen.push('started');
      const handle = THREAD_WORKERS.start();
      handle.onMessage((message) => message.kind === 'ready' && seen.push('ready'));
      handles.push(handle);
      return handle;
    },
  };
  return { kind, seen, handles };
}

describe('workers as threads', () => {
  it('are what Electron gets, and processes what Node gets', () => {
    expect(suitableKind({ node: '24.21.0', electron: '45.4.1' })).toBe(THREAD_WORKERS);
    expect(suitableKind({ node: '24.21.0' })).toBe(PROCESS_WORKERS);
  });

  it('give the same bytes as processes, and start one after another', async () => {
    const { kind, seen, handles } = watchedThreads();
    const pose = await estimate(kind);
    expect(bytes(pose)).toEqual(bytes(await estimate(PROCESS_WORKERS)));
    expect(seen).toEqual(['started', 'ready', 'started', 'ready']);
    expect(handles.map((handle) => handle.pid)).toEqual([null, null]);
  });

  it('one that dies is replaced and its frames are redone', async () => {
    const { kind, handles } = watchedThreads();
    let replaced = 0;
    let killed = false;
    const pose = await estimate(kind, (engine) => {
      replaced = engine.pool.replaced;
      if (killed || engine.pool.pending < 4) return;
      killed = true;
      handles[0].kill();
    });
    expect(killed).toBe(true);
    expect(replaced).toBe(1);
    expect(bytes(pose)).toEqual(bytes(await estimate(PROCESS_WORKERS)));
  });

  it('that never start end in a sentence, not in a hang', async () => {
    const kind: WorkerKind = {
      ...THREAD_WORKERS,
      start: () => {
        const handle = THREAD_WORKERS.start();
        handle.kill();
        return handle;
      },
    };
    await expect(estimate(kind)).rejects.toMatchObject({ code: 'pose-engine-failed' });
  });
});
