// One clip's numbers: its options out of what was said of clip, session and client, and its result with the edits in force.
import { analyze } from '../../core/analyze.ts';
import type { TrialView } from '../../core/api/views.ts';
import { API_PATHS } from '../../core/api.ts';
import type { AnalyzeOptions, RawPose } from '../../core/types.ts';
import type { Library } from '../store/openLibrary.ts';

/** The part of a library that measuring a clip needs. */
export type MeasuringRooms = Pick<Library, 'clips' | 'sessions' | 'clients' | 'poses' | 'edits' | 'videos'>;

/** What the clip was filmed under; what the clip says itself outranks the session. @throws GaitError `record-missing` */
export function optionsOf(rooms: Pick<Library, 'clips' | 'sessions' | 'clients'>, clipId: string): AnalyzeOptions {
  const { sessionId, view, capture } = rooms.clips.get(clipId);
  const session = rooms.sessions.get(sessionId);
  const { heightM, massKg } = rooms.clients.get(session.clientId);
  return {
    view,
    gait: capture.gait,
    slowMotion: capture.slowMotion,
    speedMs: capture.speedMs ?? session.speedMs,
    inclinePct: capture.inclinePct ?? session.inclinePct,
    heightM,
    massKg,
  };
}

/** Measures clips; keeps the pose of the last one, because a clinician corrects one clip many times in a row. */
export class ClipMeasurer {
  readonly #rooms: MeasuringRooms;
  #last: { readonly poseId: string; readonly pose: RawPose } | null = null;

  constructor(rooms: MeasuringRooms) {
    this.#rooms = rooms;
  }

  /** @throws GaitError `record-missing` */
  view(clipId: string): TrialView {
    const { clips, poses, edits } = this.#rooms;
    const clip = clips.get(clipId);
    const history = edits.history(clipId);
    const seen = poses.latestFor(clipId);
    const result = seen && analyze(this.#read(seen.id), optionsOf(this.#rooms, clipId), history.edits);
    const filmPath = `${API_PATHS.files}proxies/${clip.videoSha256}.mp4`;
    return { clip, pose: seen, edits: history, result, filmPath };
  }

  #read(poseId: string): RawPose {
    if (this.#last?.poseId !== poseId) this.#last = { poseId, pose: this.#rooms.poses.read(poseId) };
    return this.#last.pose;
  }
}
