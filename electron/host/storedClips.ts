// The library's clips as the jobs need them: where the film lies, and where pose and result go.

import { GaitError } from '../../core/errors.ts';
import { LANDMARK_COUNT } from '../../core/landmarks.ts';
import type { RawPose } from '../../core/types.ts';
import { resultJson } from '../export/resultJson.ts';
import type { ClipOutcome } from '../jobs/engineProtocol.ts';
import { filmFlags } from '../jobs/filmFlags.ts';
import type { ClipLibrary } from '../jobs/startJobs.ts';
import type { Library } from '../store/openLibrary.ts';
import { optionsOf } from './measureClip.ts';

type Rooms = Pick<Library, 'clips' | 'sessions' | 'clients' | 'videos' | 'poses' | 'results' | 'write'>;

/** The jobs' way into an open library. */
export function storedClips(rooms: Rooms): ClipLibrary {
  return {
    source: (clipId) => {
      try {
        const { videoSha256, capture } = rooms.clips.get(clipId);
        const { file, proxyFile } = rooms.videos.get(videoSha256);
        const { fromS, toS } = capture;
        return { videoFile: file, videoSha256, proxyFile, analysis: optionsOf(rooms, clipId), fromS, toS };
      } catch (error) {
        if (error instanceof GaitError && error.code === 'record-missing') return null;
        throw error;
      }
    },
    take: (clipId, outcome) => rooms.write(() => take(rooms, clipId, outcome)),
  };
}

/** Pose and result in one step. After a crash between this and the job's end the same pose is there already, and stays alone. */
function take(rooms: Rooms, clipId: string, outcome: ClipOutcome): void {
  const clip = rooms.clips.get(clipId);
  const { probe, poseFrom, app, result } = outcome;
  const pose = { ...outcome.pose, flags: [...outcome.pose.flags, ...filmFlags(probe, clip.capture.slowMotion)] };
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
  const { id } = rooms.poses.add(clipId, pose, from);
  rooms.results.add(clipId, id, { options: outcome.analysis, edits: [], result: json });
}

function framesSeen({ timeS, xPx }: RawPose): number {
  return timeS.reduce((seen, _, frame) => seen + (Number.isNaN(xPx[frame * LANDMARK_COUNT]) ? 0 : 1), 0);
}

function samePose(a: RawPose, b: RawPose): boolean {
  const bytes = (series: Float64Array | Float32Array) =>
    Buffer.from(series.buffer, series.byteOffset, series.byteLength);
  return (['timeS', 'xPx', 'yPx', 'score'] as const).every((name) => bytes(a[name]).equals(bytes(b[name])));
}
