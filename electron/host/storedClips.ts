// The library's clips as the jobs need them: where the film lies, and where pose and result go.

import { GaitError } from '../../core/errors.ts';
import type { RawPose } from '../../core/types.ts';
import { resultJson } from '../export/resultJson.ts';
import type { ClipOutcome } from '../jobs/engineProtocol.ts';
import { framesSeen } from '../jobs/framesSeen.ts';
import type { ClipLibrary } from '../jobs/startJobs.ts';
import type { Library } from '../store/openLibrary.ts';
import { madeFrom, numbersOf, optionsOf } from './measureClip.ts';

/** The jobs' way into an open library. */
export function storedClips(rooms: Library): ClipLibrary & { take(clipId: string, outcome: ClipOutcome): void } {
  return {
    source: (clipId) => {
      try {
        const { videoSha256, capture } = rooms.clips.get(clipId);
        const { file, proxyFile, thumbnailFile } = rooms.videos.get(videoSha256);
        const { fromS, toS } = capture;
        const analysis = optionsOf(rooms, clipId);
        return { videoFile: file, videoSha256, proxyFile, thumbnailFile, analysis, fromS, toS };
      } catch (error) {
        if (error instanceof GaitError && error.code === 'record-missing') return null;
        throw error;
      }
    },
    take: (clipId, outcome) => rooms.write(() => take(rooms, clipId, outcome)),
  };
}

/** Pose and result in one step. After a crash between this and the job's end the same pose is there already, and stays alone. */
function take(rooms: Library, clipId: string, outcome: ClipOutcome): void {
  const clip = rooms.clips.get(clipId);
  const { probe, pose, poseFrom, app, result } = outcome;
  const from = { ...poseFrom, framesSeen: framesSeen(pose) };
  const before = rooms.poses.latestFor(clipId);
  if (before?.modelSha256 === from.modelSha256 && samePose(rooms.poses.read(before.id), pose)) return;
  const video = { ...probe, file: clip.fileName, sha256: clip.videoSha256, slowMotion: clip.capture.slowMotion };
  const json = resultJson({
    result,
    video,
    pose: from,
    app: { version: app.app, analysisVersion: app.analysis },
  });
  const seen = rooms.poses.add(clipId, pose, from);
  rooms.results.add(clipId, seen.id, { options: outcome.analysis, edits: [], result: json });
  const history = rooms.edits.history(clipId);
  if (history.edits.length === 0) {
    rooms.numbers.keep(clipId, madeFrom({ seen, options: outcome.analysis, history }), numbersOf(result, 0));
  }
  if (rooms.filmFacts.get(clip.videoSha256)) return;
  const { file: _place, ...facts } = probe;
  rooms.filmFacts.keep(clip.videoSha256, { ...facts, brightness: null });
}

function samePose(a: RawPose, b: RawPose): boolean {
  const bytes = (series: Float64Array | Float32Array) =>
    Buffer.from(series.buffer, series.byteOffset, series.byteLength);
  return (['timeS', 'xPx', 'yPx', 'score'] as const).every((name) => bytes(a[name]).equals(bytes(b[name])));
}
