// A clip of half a minute at 60 frames a second with a runner's landmarks, as long as a clinic's films are.
import { CAPTURE_DEFAULTS } from '../../core/records/records.ts';
import type { RawPose } from '../../core/types.ts';
import { makeProxy } from '../../electron/jobs/makeProxy.ts';
import { readFilm } from '../../electron/jobs/readFilm.ts';
import type { Library } from '../../electron/store/openLibrary.ts';
import { probeVideo } from '../../electron/video/probe.ts';
import { looped } from '../support/analysed.ts';
import { framesOf } from '../support/changedPose.ts';
import { makeClip } from '../support/makeClip.ts';
import { recordedLandmarks } from '../support/recordedLandmarks.ts';
import { loadTruth } from '../support/rendered.ts';
import { sampleTrial } from '../support/sampleResult.ts';

const FRAMES = 1800;

/** What the network really drew on a rendered runner, over and over. */
export function longPose(): RawPose {
  const recorded = recordedLandmarks('demo_before_left60');
  const truth = loadTruth('demo_before_left60');
  const once = looped(recorded, truth, 1);
  const times = Math.ceil(FRAMES / once.timeS.length);
  return framesOf(looped(recorded, truth, times), (frame) => frame < FRAMES);
}

/** Puts the clip into a library, measured and playable. @returns its id */
export async function addLongClip(library: Library): Promise<string> {
  const file = await makeClip('plain', { fixture: 'counter', durationS: FRAMES / 60, heightPx: 720 });
  const { sha256 } = await library.videos.takeIn(file);
  library.filmFacts.keep(sha256, await readFilm(file));
  const still = { signal: new AbortController().signal, onProgress: () => undefined };
  await makeProxy(await probeVideo(file), library.videos.get(sha256).proxyFile, still);
  const client = library.clients.add({
    ...{ code: 'long', name: '', birthDate: null, sex: null, heightM: 1.7, massKg: 60, notes: '' },
  });
  const session = library.sessions.add({
    ...{ clientId: client.id, date: '2026-03-01', purpose: 'baseline', footwear: '', speedMs: 3, inclinePct: 0 },
    ...{ painBefore: null, painAfter: null, notes: '' },
  });
  const clip = library.clips.add({
    ...{ sessionId: session.id, videoSha256: sha256, fileName: 'long.mp4', view: 'left', condition: null },
    capture: CAPTURE_DEFAULTS,
  });
  library.poses.add(clip.id, longPose(), sampleTrial().pose);
  return clip.id;
}
