// A clip of drawn heel raises in a library, with landmarks as the network would draw them, so that no network needs to run.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ExerciseId } from '../../core/exercises/exerciseTypes.ts';
import { CAPTURE_DEFAULTS } from '../../core/records/records.ts';
import { makeProxy } from '../../electron/jobs/makeProxy.ts';
import { readFilm } from '../../electron/jobs/readFilm.ts';
import type { Library } from '../../electron/store/openLibrary.ts';
import { probeVideo } from '../../electron/video/probe.ts';
import { shifted } from './changedPose.ts';
import { drawFilm } from './drawnFilm.ts';
import { filmed, type Moment, raised, standing, upAndDown } from './exerciser.ts';
import { sampleTrial } from './sampleResult.ts';

/** Heel above toe over foot length, of each raise in turn; the fourth is no whole one. */
const HEIGHTS = [0.5, 0.5, 0.5, 0.25, 0.5];
const EVERY_S = 1.5;

/** Four raises and a small one on the right leg. */
function drawnRaises(timeS: number): Moment {
  const share = (timeS - 1) / EVERY_S;
  const height = HEIGHTS[Math.floor(share)];
  return height === undefined ? standing('right') : raised('right', height * upAndDown(share % 1));
}

const FILM = { view: 'right', rateHz: 30, seconds: 9.5 } as const;

/** Puts a client with one visit and the film into a library. @param exercise left out = nobody has said yet what it shows */
export async function addExerciseClip(library: Library, exercise: ExerciseId | null = null) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'openstride exercise '));
  try {
    const file = path.join(folder, 'raises.mp4');
    await drawFilm(file, drawnRaises, FILM);
    const { sha256 } = await library.videos.takeIn(file);
    library.filmFacts.keep(sha256, await readFilm(file));
    const still = { signal: new AbortController().signal, onProgress: () => undefined };
    await makeProxy(await probeVideo(file), library.videos.get(sha256).proxyFile, still);
    return records(library, sha256, exercise);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function records(library: Library, videoSha256: string, exercise: ExerciseId | null) {
  const { id: clientId } = library.clients.add({
    ...{ code: 'calf', name: '', birthDate: null, sex: null, heightM: 1.7, massKg: 60, notes: '' },
  });
  const { id: sessionId } = library.sessions.add({
    ...{ clientId, date: '2026-03-01', purpose: 'rehab', footwear: '', speedMs: null, inclinePct: null },
    ...{ painBefore: null, painAfter: null, notes: '' },
  });
  const { id: clipId } = library.clips.add({
    ...{
      sessionId,
      videoSha256,
      fileName: 'raises.mp4',
      view: 'right',
      condition: null,
      exercise,
      capture: CAPTURE_DEFAULTS,
    },
  });
  const pose = shifted(filmed(drawnRaises, { ...FILM, asNetwork: true, seed: 4 }), -320, 0);
  library.poses.add(clipId, { ...pose, widthPx: 640 }, sampleTrial().pose);
  return { clientId, sessionId, clipId };
}
